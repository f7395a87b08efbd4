package org.nightjar.rendering.psf;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Convolves pictures of one size with one kernel; beyond the picture there is nothing. Has working
 * memory: for one thread at a time.
 */
@ProviderType
public abstract sealed class Convolution
    permits SeparableConvolution, DirectConvolution, FourierConvolution {
  /** Kernels of up to this side are faster without Fourier transforms. */
  private static final int DIRECT_SIDE = 15;

  Convolution() {}

  /**
   * The fastest way for a kernel: passes along rows and columns if it is a sum of products,
   * directly if it is small, else by Fourier transforms.
   */
  public static Convolution of(Kernel kernel, int width, int height) {
    if (!kernel.factors().isEmpty()) {
      return new SeparableConvolution(kernel, width, height);
    }
    return kernel.side() <= DIRECT_SIDE
        ? new DirectConvolution(kernel, width, height)
        : new FourierConvolution(kernel, width, height);
  }

  /**
   * Convolves a picture.
   *
   * @param image row-major
   * @param out another array of that size, overwritten
   */
  public abstract void apply(float[] image, float[] out);
}
