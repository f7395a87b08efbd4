package org.nightjar.image.internal.background;

import java.util.Arrays;
import org.nightjar.image.internal.statistics.GoodPixel;

/** Measures an image mesh by mesh from its rows, keeping one row of meshes at a time. */
public final class MeshMeasurement {

  private final int width;
  private final int height;
  private final int meshWidth;
  private final int meshHeight;
  private final int columns;
  private final int rows;
  private final double[] background;
  private final double[] rms;
  private final int[] good;
  private final int[] total;

  /** The good pixels of the meshes that are being read. */
  private final float[][] gathered;

  private final int[] count;
  private final ClippedHistogram histogram = new ClippedHistogram();
  private int y;

  public MeshMeasurement(int width, int height, int meshWidth, int meshHeight) {
    this.width = width;
    this.height = height;
    this.meshWidth = meshWidth;
    this.meshHeight = meshHeight;
    this.columns = (width - 1) / meshWidth + 1;
    this.rows = (height - 1) / meshHeight + 1;
    this.background = new double[columns * rows];
    this.rms = new double[columns * rows];
    this.good = new int[columns * rows];
    this.total = new int[columns * rows];
    this.gathered = new float[columns][];
    for (int column = 0; column < columns; column++) {
      int wide = Math.min(width - column * meshWidth, meshWidth);
      gathered[column] = new float[Math.multiplyExact(wide, Math.min(height, meshHeight))];
    }
    this.count = new int[columns];
  }

  /** Adds the next row of the image. */
  public void add(float[] row) {
    for (int column = 0; column < columns; column++) {
      float[] mesh = gathered[column];
      int held = count[column];
      int end = Math.min(width, (column + 1) * meshWidth);
      for (int x = column * meshWidth; x < end; x++) {
        if (GoodPixel.is(row[x])) {
          mesh[held++] = row[x];
        }
      }
      count[column] = held;
    }
    y++;
    if (y % meshHeight == 0 || y == height) {
      measure((y - 1) / meshHeight);
    }
  }

  private void measure(int row) {
    int tall = y - row * meshHeight;
    for (int column = 0; column < columns; column++) {
      int mesh = row * columns + column;
      good[mesh] = count[column];
      total[mesh] = tall * (Math.min(width, (column + 1) * meshWidth) - column * meshWidth);
      MeshValue value =
          count[column] == 0
              ? MeshValue.UNKNOWN
              : histogram.measure(gathered[column], count[column]);
      background[mesh] = value.background();
      rms[mesh] = value.rms();
      count[column] = 0;
    }
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
