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

  /** The kernel is row-major, side x side, side odd. */
  Filter(float[] kernel, int side) {
    this.kernel = kernel;
    this.side = side;
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

  /** The usual kernel in one loop, which the virtual machine runs on vectors. */
  private void three(float[] up, float[] here, float[] down, int width, float[] into) {
    float a = kernel[0];
    float b = kernel[1];
    float c = kernel[2];
    float d = kernel[3];
    float e = kernel[4];
    float f = kernel[5];
    float g = kernel[6];
    float h = kernel[7];
    float i = kernel[8];
    for (int x = 1; x < width - 1; x++) {
      into[x] =
          (a * up[x - 1] + b * up[x] + c * up[x + 1])
              + (d * here[x - 1] + e * here[x] + f * here[x + 1])
              + (g * down[x - 1] + h * down[x] + i * down[x + 1]);
    }
    int end = width - 1;
    into[0] = (b * up[0] + c * up[1]) + (e * here[0] + f * here[1]) + (h * down[0] + i * down[1]);
    into[end] =
        (a * up[end - 1] + b * up[end])
            + (d * here[end - 1] + e * here[end])
            + (g * down[end - 1] + h * down[end]);
  }
}
