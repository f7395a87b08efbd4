package org.nightjar.rendering.psf;

import java.util.Arrays;
import org.nightjar.rendering.internal.fourier.FourierPlane;

/** By a product of transforms, on a plane so large that nothing comes round its edges. */
final class FourierConvolution extends Convolution {
  private final int width;
  private final int height;
  private final FourierPlane plane;
  private final double[] kernelReal;
  private final double[] kernelImaginary;
  private final double[] real;
  private final double[] imaginary;

  FourierConvolution(Kernel kernel, int width, int height) {
    this.width = width;
    this.height = height;
    int half = kernel.side() / 2;
    this.plane = new FourierPlane(width + half, height + half);
    int size = plane.width() * plane.height();
    this.kernelReal = new double[size];
    this.kernelImaginary = new double[size];
    this.real = new double[size];
    this.imaginary = new double[size];
    for (int j = -half; j <= half; j++) {
      for (int i = -half; i <= half; i++) {
        // A picture narrower than the kernel never sees its far weights.
        if (Math.abs(i) < width && Math.abs(j) < height) {
          int x = Math.floorMod(i, plane.width());
          int y = Math.floorMod(j, plane.height());
          kernelReal[y * plane.width() + x] = kernel.weight(i + half, j + half);
        }
      }
    }
    plane.forward(kernelReal, kernelImaginary);
  }

  @Override
  public void apply(float[] image, float[] out) {
    Arrays.fill(real, 0);
    Arrays.fill(imaginary, 0);
    for (int row = 0; row < height; row++) {
      for (int i = 0; i < width; i++) {
        real[row * plane.width() + i] = image[row * width + i];
      }
    }
    plane.forward(real, imaginary);
    for (int i = 0; i < real.length; i++) {
      double re = real[i] * kernelReal[i] - imaginary[i] * kernelImaginary[i];
      imaginary[i] = real[i] * kernelImaginary[i] + imaginary[i] * kernelReal[i];
      real[i] = re;
    }
    plane.backward(real, imaginary);
    for (int row = 0; row < height; row++) {
      for (int i = 0; i < width; i++) {
        out[row * width + i] = (float) real[row * plane.width() + i];
      }
    }
  }
}
