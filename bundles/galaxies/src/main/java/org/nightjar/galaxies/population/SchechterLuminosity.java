package org.nightjar.galaxies.population;

import java.util.function.DoubleUnaryOperator;
import org.nightjar.statistics.distribution.IncompleteGamma;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Schechter's luminosity function in absolute magnitudes, phi*(z) x^alpha exp(-x) dx with x =
 * 10^(-0.4 (M - M*(z))).
 *
 * <p>Source: P. Schechter, ApJ 203 (1976), 297, equation 3.
 *
 * @param characteristic M*, mag, at a redshift
 * @param density phi*, per Mpc^3, at a redshift
 * @param alpha slope of the faint end, any finite number
 */
@ProviderType
public record SchechterLuminosity(
    DoubleUnaryOperator characteristic, DoubleUnaryOperator density, double alpha) {
  /** x of an absolute magnitude. */
  public double ratio(double z, double magnitude) {
    return Math.pow(10, -0.4 * (magnitude - characteristic.applyAsDouble(z)));
  }

  /** Galaxies brighter than an absolute magnitude, per Mpc^3. */
  public double brighter(double z, double magnitude) {
    return density.applyAsDouble(z) * IncompleteGamma.upper(alpha + 1, ratio(z, magnitude));
  }
}
