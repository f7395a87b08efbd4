package org.nightjar.rendering.psf;

import org.osgi.annotation.versioning.ConsumerType;

/** A point spread function: how the light of a point is spread over the sky. Immutable. */
@ConsumerType
public interface Psf {
  /** Full width at half maximum, arcsec. */
  double fwhm();

  /**
   * Share of the light per square arcsecond.
   *
   * @param dx arcsec from the point
   * @param dy arcsec from the point
   */
  double density(double dx, double dy);

  /**
   * Share of the light in a square pixel.
   *
   * @param dx middle of the pixel from the point, arcsec
   * @param dy middle of the pixel from the point, arcsec
   * @param side side of the pixel, arcsec
   */
  double inPixel(double dx, double dy, double side);

  /** Radius, arcsec, within which the light is drawn; what is beyond is put inside. */
  double reach();

  /**
   * Values in the middles of pixels, with sum 1: for pictures that are integrated over pixels
   * already.
   *
   * @param scale side of a pixel, arcsec
   * @param side pixels along a side, odd
   */
  default Kernel sampled(double scale, int side) {
    int half = side / 2;
    double[] weights = new double[side * side];
    for (int j = 0; j < side; j++) {
      for (int i = 0; i < side; i++) {
        weights[j * side + i] = density((i - half) * scale, (j - half) * scale);
      }
    }
    return Kernel.of(side, weights);
  }

  /**
   * Means over pixels, with sum 1: what a star in the middle of a pixel looks like.
   *
   * @param scale side of a pixel, arcsec
   * @param side pixels along a side, odd
   */
  default Kernel integrated(double scale, int side) {
    int half = side / 2;
    double[] weights = new double[side * side];
    for (int j = 0; j < side; j++) {
      for (int i = 0; i < side; i++) {
        weights[j * side + i] = inPixel((i - half) * scale, (j - half) * scale, scale);
      }
    }
    return Kernel.of(side, weights);
  }

  /** How many pixels of this scale the reach covers, odd. */
  default int side(double scale) {
    return 2 * (int) Math.ceil(reach() / scale) + 1;
  }
}
