package org.nightjar.galaxies.population;

import java.util.function.DoubleUnaryOperator;
import org.nightjar.statistics.distribution.IncompleteGamma;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Schechter's function of stellar masses, phi*(z) x^alpha exp(-x) dx with x = m / m*(z).
 *
 * <p>Source: H. Mo, F. van den Bosch and S. White, Galaxy Formation and Evolution (2010), section
 * 2.4.2.
 *
 * @param characteristic m*, solar masses, at a redshift
 * @param density phi*, per Mpc^3, at a redshift
 * @param alpha slope of the light end, any finite number
 */
@ProviderType
public record SchechterMass(
    DoubleUnaryOperator characteristic, DoubleUnaryOperator density, double alpha) {
  /** Galaxies between two masses, per Mpc^3. */
  public double between(double z, double least, double most) {
    double characteristicMass = characteristic.applyAsDouble(z);
    return density.applyAsDouble(z)
        * (IncompleteGamma.upper(alpha + 1, least / characteristicMass)
            - IncompleteGamma.upper(alpha + 1, most / characteristicMass));
  }
}
