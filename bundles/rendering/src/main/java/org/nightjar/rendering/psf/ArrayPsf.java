package org.nightjar.rendering.psf;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A point spread function that was measured: values at points of a grid, as fine as it comes,
 * linearly interpolated. Nothing outside. Kernels of its own scale are the values themselves.
 */
@ProviderType
public final class ArrayPsf implements Psf {
  private final Kernel kernel;
  private final double scale;
  private final double fwhm;

  /**
   * A function from values.
   *
   * @param kernel values, whose sum is 1
   * @param scale distance of neighbours, arcsec, above 0
   */
  public ArrayPsf(Kernel kernel, double scale) {
    Widths.check(scale);
    this.kernel = kernel;
    this.scale = scale;
    this.fwhm = width();
  }

  /** Twice the root of the area above half maximum, over pi. */
  @Override
  public double fwhm() {
    return fwhm;
  }

  @Override
  public double density(double dx, double dy) {
    int half = kernel.side() / 2;
    double x = dx / scale + half;
    double y = dy / scale + half;
    int i = (int) Math.floor(x);
    int j = (int) Math.floor(y);
    double u = x - i;
    double v = y - j;
    double low = (1 - u) * at(i, j) + u * at(i + 1, j);
    double high = (1 - u) * at(i, j + 1) + u * at(i + 1, j + 1);
    return ((1 - v) * low + v * high) / (scale * scale);
  }

  @Override
  public double inPixel(double dx, double dy, double side) {
    return Widths.inPixel(this, dx, dy, side);
  }

  @Override
  public double reach() {
    return 0.5 * (kernel.side() + 1) * scale;
  }

  @Override
  public Kernel sampled(double pixel, int side) {
    boolean same = side == kernel.side() && Math.abs(pixel - scale) < 1e-9 * scale;
    return same ? kernel : Psf.super.sampled(pixel, side);
  }

  private double at(int i, int j) {
    boolean inside = i >= 0 && j >= 0 && i < kernel.side() && j < kernel.side();
    return inside ? kernel.weight(i, j) : 0;
  }

  private double width() {
    double most = 0;
    for (int j = 0; j < kernel.side(); j++) {
      for (int i = 0; i < kernel.side(); i++) {
        most = Math.max(most, kernel.weight(i, j));
      }
    }
    int above = 0;
    for (int j = 0; j < kernel.side(); j++) {
      for (int i = 0; i < kernel.side(); i++) {
        above += kernel.weight(i, j) >= 0.5 * most ? 1 : 0;
      }
    }
    return 2 * scale * Math.sqrt(above / Math.PI);
  }
}
