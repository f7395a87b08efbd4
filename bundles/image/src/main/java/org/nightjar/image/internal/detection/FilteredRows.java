package org.nightjar.image.internal.detection;

import java.util.Arrays;

/**
 * Correlates rows with a small odd kernel, holding as many rows as the kernel is high. Outside the
 * image there is nothing (zero); a bad pixel spoils what the kernel reaches.
 */
public final class FilteredRows {

  private final float[] kernel;
  private final int side;
  private final int width;
  private final float[][] held;
  private int newest = -1;

  /** The kernel is row-major, side x side, side odd. */
  public FilteredRows(float[] kernel, int side, int width) {
    this.kernel = kernel;
    this.side = side;
    this.width = width;
    this.held = new float[side][width];
  }

  /** Where the next row is to be written; call {@link #push} when it is. */
  public float[] next() {
    return held[(newest + 1) % side];
  }

  /** Takes the row written to {@link #next}. */
  public void push() {
    newest++;
  }

  /** Takes a row of nothing, below the image. */
  public void pushNothing() {
    Arrays.fill(next(), 0);
    push();
  }

  /** The unfiltered row y, one of those held. */
  public float[] plain(int y) {
    return held[y % side];
  }

  /**
   * Writes the filtered row y; rows y - side/2 to y + side/2 must be held, or lie above the image.
   */
  public void filter(int y, float[] into) {
    Arrays.fill(into, 0, width, 0f);
    int half = side / 2;
    for (int dy = -half; dy <= half; dy++) {
      if (y + dy < 0) {
        continue;
      }
      float[] source = plain(y + dy);
      for (int dx = -half; dx <= half; dx++) {
        float weight = kernel[(dy + half) * side + dx + half];
        int from = Math.max(0, -dx);
        int to = Math.min(width, width - dx);
        for (int x = from; x < to; x++) {
          into[x] += weight * source[x + dx];
        }
      }
    }
  }
}
