package org.nightjar.image.internal.streak;

import org.nightjar.image.internal.rows.RowVisitor;
import org.nightjar.image.internal.rows.SkyWindow;

/**
 * An image above the background in units of its noise, in square bins: the sum of a bin's pixels
 * over the root of their number, so that noise is 1 everywhere. Single pixels count at most so
 * much, lest a star outshine a bin. A streak narrower than a bin stands out of the noise as well as
 * in a smaller one.
 */
public final class BinnedSky implements RowVisitor {

  private static final int MOST_BINS = 512;
  private static final int LEAST_SIDE = 2;
  private static final float MOST_SIGMAS = 6;

  private final int width;
  private final int height;
  private final int side;
  private final int columns;
  private final int rows;
  private final float[] values;
  private final float[] sums;

  public BinnedSky(int width, int height) {
    this.width = width;
    this.height = height;
    this.side = Math.max(LEAST_SIDE, (Math.max(width, height) - 1) / MOST_BINS + 1);
    this.columns = (width - 1) / side + 1;
    this.rows = (height - 1) / side + 1;
    this.values = new float[columns * rows];
    this.sums = new float[width];
  }

  @Override
  public int reach() {
    return 0;
  }

  @Override
  public void visit(SkyWindow window, int y) {
    float[] above = window.above(y);
    float[] noise = window.noise(y);
    for (int x = 0; x < width; x++) {
      float limit = MOST_SIGMAS * noise[x];
      sums[x] += Math.max(-limit, Math.min(limit, above[x]));
    }
    if ((y + 1) % side == 0 || y == height - 1) {
      finish(y / side, y % side + 1, noise);
    }
  }

  /** A column with a bad pixel does not count, and a bin needs half of its columns. */
  private void finish(int row, int tall, float[] noise) {
    for (int column = 0; column < columns; column++) {
      int from = column * side;
      int to = Math.min(width, from + side);
      float sum = 0;
      int good = 0;
      for (int x = from; x < to; x++) {
        if (!Float.isNaN(sums[x])) {
          sum += sums[x];
          good++;
        }
        sums[x] = 0;
      }
      float scale = noise[(from + to) / 2] * (float) Math.sqrt((double) good * tall);
      values[row * columns + column] = 2 * good >= to - from && scale > 0 ? sum / scale : 0;
    }
  }

  int side() {
    return side;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** The value of a bin; 0 outside. */
  float at(int column, int row) {
    return column < 0 || row < 0 || column >= columns || row >= rows
        ? 0
        : values[row * columns + column];
  }

  /** Empties the bins that hold pixels of a box, both ends included. */
  public void erase(double left, double top, double right, double bottom) {
    int fromRow = (int) Math.max(0, top / side);
    int toRow = (int) Math.min(rows - 1, bottom / side);
    int fromColumn = (int) Math.max(0, left / side);
    int toColumn = (int) Math.min(columns - 1, right / side);
    for (int row = fromRow; row <= toRow; row++) {
      for (int column = fromColumn; column <= toColumn; column++) {
        values[row * columns + column] = 0;
      }
    }
  }
}
