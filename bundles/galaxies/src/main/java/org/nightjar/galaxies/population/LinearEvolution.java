package org.nightjar.galaxies.population;

import java.util.function.DoubleUnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * slope z + intercept, as the characteristic magnitude in J. Herbel et al., JCAP 08 (2017) 035,
 * equation 3.2.
 *
 * @param slope per unit redshift
 * @param intercept at z = 0
 */
@ProviderType
public record LinearEvolution(double slope, double intercept) implements DoubleUnaryOperator {
  @Override
  public double applyAsDouble(double z) {
    return slope * z + intercept;
  }
}
