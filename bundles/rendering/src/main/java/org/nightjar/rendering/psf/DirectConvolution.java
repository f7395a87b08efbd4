package org.nightjar.rendering.psf;

import java.util.Arrays;

/** Weight by weight. */
final class DirectConvolution extends Convolution {
  private final Kernel kernel;
  private final int width;
  private final int height;

  DirectConvolution(Kernel kernel, int width, int height) {
    this.kernel = kernel;
    this.width = width;
    this.height = height;
  }

  @Override
  public void apply(float[] image, float[] out) {
    Arrays.fill(out, 0, width * height, 0);
    int half = kernel.side() / 2;
    for (int j = 0; j < kernel.side(); j++) {
      int dy = j - half;
      for (int i = 0; i < kernel.side(); i++) {
        shifted(image, out, i - half, dy, (float) kernel.weight(i, j));
      }
    }
  }

  private void shifted(float[] image, float[] out, int dx, int dy, float weight) {
    int first = Math.max(0, dx);
    int last = Math.min(width, width + dx);
    for (int row = Math.max(0, dy); row < Math.min(height, height + dy); row++) {
      int to = row * width;
      int from = (row - dy) * width - dx;
      for (int i = first; i < last; i++) {
        out[to + i] += weight * image[from + i];
      }
    }
  }
}
