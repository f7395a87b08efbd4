package org.nightjar.image.internal.background;

import java.util.Arrays;
import org.nightjar.image.internal.statistics.GoodPixel;

/** Measures an image mesh by mesh from strips of rows, keeping one strip at a time. */
public final class MeshMeasurement {

  private final int width;
  private final int meshWidth;
  private final int columns;
  private final int rows;
  private final double[] background;
  private final double[] rms;
  private final int[] good;
  private final int[] total;
  private final float[] gathered;
  private final ClippedHistogram histogram = new ClippedHistogram();
  private int row;

  public MeshMeasurement(int width, int height, int meshWidth, int meshHeight) {
    this.width = width;
    this.meshWidth = meshWidth;
    this.columns = (width - 1) / meshWidth + 1;
    this.rows = (height - 1) / meshHeight + 1;
    this.background = new double[columns * rows];
    this.rms = new double[columns * rows];
    this.good = new int[columns * rows];
    this.total = new int[columns * rows];
    this.gathered = new float[Math.min(width, meshWidth) * Math.min(height, meshHeight)];
  }

  /** Adds the next strip: as many whole rows as a mesh is high, fewer at the end of the image. */
  public void add(float[] strip, int stripRows) {
    for (int column = 0; column < columns; column++) {
      int from = column * meshWidth;
      int to = Math.min(width, from + meshWidth);
      int count = 0;
      for (int y = 0; y < stripRows; y++) {
        for (int at = y * width + from, end = y * width + to; at < end; at++) {
          if (GoodPixel.is(strip[at])) {
            gathered[count++] = strip[at];
          }
        }
      }
      int mesh = row * columns + column;
      good[mesh] = count;
      total[mesh] = stripRows * (to - from);
      MeshValue value = count == 0 ? MeshValue.UNKNOWN : histogram.measure(gathered, count);
      background[mesh] = value.background();
      rms[mesh] = value.rms();
    }
    row++;
  }

  public long goodPixels() {
    return Arrays.stream(good).asLongStream().sum();
  }

  /**
   * The background of each mesh, gaps filled, median filtered; all NaN if the image has no good
   * pixel.
   */
  public Grid background(int filterSize) {
    return finished(background, filterSize);
  }

  /** The noise of each mesh, as {@link #background}. */
  public Grid rms(int filterSize) {
    return finished(rms, filterSize);
  }

  /** Meshes less than half good say nothing, unless there are no better ones. */
  private Grid finished(double[] values, int filterSize) {
    double[] kept = values.clone();
    boolean anyTrusted = false;
    for (int i = 0; i < kept.length; i++) {
      if (2L * good[i] < total[i]) {
        kept[i] = Double.NaN;
      } else {
        anyTrusted = true;
      }
    }
    return new Grid(anyTrusted ? kept : values.clone(), columns, rows)
        .filled()
        .filtered(filterSize);
  }
}
