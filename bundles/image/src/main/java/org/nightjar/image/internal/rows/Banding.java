package org.nightjar.image.internal.rows;

import java.util.Arrays;
import org.nightjar.image.internal.statistics.Robust;
import org.nightjar.image.internal.statistics.Selection;

/**
 * Noise that whole rows and whole columns have in common. Rows are judged by some of their pixels
 * and columns by some of their rows, evenly spaced.
 */
public final class Banding implements RowVisitor {

  private static final int MOST_IN_ROW = 1024;
  private static final int MOST_IN_COLUMN = 256;

  private final int strideX;
  private final int strideY;
  private final float[] some;
  private final double[] rowMedians;
  private final float[][] sampled;
  private int samples;
  private final int width;

  public Banding(int width, int height) {
    this.width = width;
    this.strideX = (width - 1) / MOST_IN_ROW + 1;
    this.strideY = (height - 1) / MOST_IN_COLUMN + 1;
    this.some = new float[(width - 1) / strideX + 1];
    this.rowMedians = new double[height];
    this.sampled = new float[(height - 1) / strideY + 1][];
  }

  @Override
  public int reach() {
    return 0;
  }

  @Override
  public void visit(SkyWindow rows, int y) {
    float[] above = rows.above(y);
    int count = 0;
    for (int x = 0; x < width; x += strideX) {
      if (!Float.isNaN(above[x])) {
        some[count++] = above[x];
      }
    }
    rowMedians[y] = Selection.median(some, count);
    if (y % strideY == 0) {
      sampled[samples++] = Arrays.copyOf(above, width);
    }
  }

  /** Differences of neighbours along some of the rows, NaN where one of them is bad. */
  public float[] differences() {
    float[] differences = new float[samples * Math.max(0, width - 1)];
    int count = 0;
    for (int i = 0; i < samples; i++) {
      for (int x = 1; x < width; x++) {
        differences[count++] = sampled[i][x] - sampled[i][x - 1];
      }
    }
    return differences;
  }

  /** Scatter from row to row beyond what the pixels' own noise makes. */
  public double rowNoise(double pixelNoise) {
    return beyond(rowMedians, pixelNoise, some.length);
  }

  /** Scatter from column to column likewise. */
  public double columnNoise(double pixelNoise) {
    double[] medians = new double[width];
    float[] column = new float[samples];
    for (int x = 0; x < width; x++) {
      int count = 0;
      for (int i = 0; i < samples; i++) {
        if (!Float.isNaN(sampled[i][x])) {
          column[count++] = sampled[i][x];
        }
      }
      medians[x] = Selection.median(column, count);
    }
    return beyond(medians, pixelNoise, samples);
  }

  /** Differences of neighbours, so that what changes slowly plays no part. */
  private static double beyond(double[] medians, double pixelNoise, int pixels) {
    int count = Math.max(0, medians.length - 1);
    if (count == 0) {
      return 0;
    }
    double[] differences = new double[count];
    for (int i = 0; i < count; i++) {
      differences[i] = medians[i + 1] - medians[i];
    }
    double scatter = Robust.scatter(differences, count, 0) / Math.sqrt(2);
    double expected = pixelNoise * Robust.MEDIAN_ERROR / Math.sqrt(pixels);
    // Within a tenth of what is expected it is what is expected.
    return scatter <= 1.1 * expected ? 0 : Math.sqrt(scatter * scatter - expected * expected);
  }
}
