package org.nightjar.image.internal.detection;

import java.util.Arrays;
import org.nightjar.image.internal.rows.SkyWindow;

/**
 * Correlates rows with a small odd kernel. Outside the image there is nothing (zero); a bad pixel
 * spoils what the kernel reaches.
 */
final class Filter {

  private final float[] kernel;
  private final int side;
  private final float[] left;
  private final float[] middle;
  private final float[] right;

  /** The kernel is row-major, side x side, side odd. */
  Filter(float[] kernel, int side, int width) {
    this.kernel = kernel;
    this.side = side;
    this.left = new float[width];
    this.middle = new float[width];
    this.right = new float[width];
  }

  int reach() {
    return side / 2;
  }

  /** Writes the filtered row y. */
  void row(SkyWindow rows, int y, float[] into) {
    int width = rows.width();
    if (side == 3 && width >= 3) {
      three(rows.above(y - 1), rows.above(y), rows.above(y + 1), width, into);
      return;
    }
    Arrays.fill(into, 0, width, 0f);
    int half = side / 2;
    for (int dy = -half; dy <= half; dy++) {
      float[] source = rows.above(y + dy);
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

  /**
   * The usual kernel: its columns first, then their sum, in loops that the virtual machine runs on
   * vectors.
   */
  private void three(float[] up, float[] here, float[] down, int width, float[] into) {
    column(0, up, here, down, width, left);
    column(1, up, here, down, width, middle);
    column(2, up, here, down, width, right);
    for (int x = 1; x < width - 1; x++) {
      into[x] = left[x - 1] + middle[x] + right[x + 1];
    }
    into[0] = middle[0] + right[1];
    into[width - 1] = left[width - 2] + middle[width - 1];
  }

  private void column(int column, float[] up, float[] here, float[] down, int width, float[] into) {
    float a = kernel[column];
    float b = kernel[column + 3];
    float c = kernel[column + 6];
    for (int x = 0; x < width; x++) {
      into[x] = a * up[x] + b * here[x] + c * down[x];
    }
  }
}
