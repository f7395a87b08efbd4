package org.nightjar.rendering.psf;

import org.osgi.annotation.versioning.ProviderType;

/**
 * (beta-1)/(pi a^2) [1 + (r/a)^2]^-beta.
 *
 * <p>Source: A. F. J. Moffat, A&amp;A 3 (1969), 455.
 *
 * @param fwhm 2 a sqrt(2^(1/beta) - 1), arcsec, above 0
 * @param beta slope of the wings, above 1
 */
@ProviderType
public record MoffatPsf(double fwhm, double beta) implements Psf {
  /** Share of the light beyond the reach, if that is within 20 widths. */
  private static final double BEYOND = 1e-4;

  private static final double MOST_WIDTHS = 20;

  /** Checks the ranges. */
  public MoffatPsf {
    Widths.check(fwhm);
    if (!(beta > 1) || Double.isInfinite(beta)) {
      throw new IllegalArgumentException("a Moffat exponent of " + beta + ": it is above 1");
    }
  }

  @Override
  public double density(double dx, double dy) {
    double square = core() * core();
    return (beta - 1) / (Math.PI * square) * Math.pow(1 + (dx * dx + dy * dy) / square, -beta);
  }

  @Override
  public double inPixel(double dx, double dy, double side) {
    return Widths.inPixel(this, dx, dy, side);
  }

  @Override
  public double reach() {
    double radius = core() * Math.sqrt(Math.pow(BEYOND, 1 / (1 - beta)) - 1);
    return Math.min(radius, MOST_WIDTHS * fwhm);
  }

  private double core() {
    return 0.5 * fwhm / Math.sqrt(Math.pow(2, 1 / beta) - 1);
  }
}
