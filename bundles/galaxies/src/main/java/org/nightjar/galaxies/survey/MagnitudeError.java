package org.nightjar.galaxies.survey;

import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Magnitude errors of a survey of a depth, sigma = 2.5/ln 10 sqrt[(1 + F_noise/F) / (F t)] with the
 * effective exposure time ln t = a + b (limit - 21) and noise such that the signal at the limit is
 * ten times it.
 *
 * <p>Source: E. S. Rykoff, E. Rozo and R. Keisler, arXiv:1509.00870, equations 3 to 6.
 *
 * @param limit magnitude of ten sigma
 * @param zeroPoint magnitude of unit flux
 * @param a logarithm of the effective time at a limit of 21
 * @param b slope of it
 * @param most errors above this are this; may be infinite
 */
@ProviderType
public record MagnitudeError(double limit, double zeroPoint, double a, double b, double most) {
  private static final double SIGNIFICANCE = 10;

  /** The standard deviation of a magnitude, mag; NaN if so bright that the noise is negative. */
  public double sigma(double magnitude) {
    double flux = flux(magnitude);
    double atLimit = flux(limit);
    double time = StrictMath.exp(a + b * (limit - 21));
    double noise = atLimit * atLimit * time / (SIGNIFICANCE * SIGNIFICANCE) - atLimit;
    double sigma = 2.5 / StrictMath.log(10) * Math.sqrt((1 + noise / flux) / (flux * time));
    return Math.min(sigma, most);
  }

  private double flux(double magnitude) {
    return Elementary.exp10(-0.4 * (magnitude - zeroPoint));
  }
}
