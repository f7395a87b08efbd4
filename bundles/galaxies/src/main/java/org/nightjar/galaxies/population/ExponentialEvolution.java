package org.nightjar.galaxies.population;

import java.util.function.DoubleUnaryOperator;
import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * amplitude exp(z / scale), as the characteristic density in J. Herbel et al., JCAP 08 (2017) 035,
 * equation 3.3.
 *
 * @param amplitude at z = 0
 * @param scale redshift in which it grows by e; below 0 it falls; not 0
 */
@ProviderType
public record ExponentialEvolution(double amplitude, double scale) implements DoubleUnaryOperator {
  @Override
  public double applyAsDouble(double z) {
    return amplitude * Elementary.exp(z / scale);
  }
}
