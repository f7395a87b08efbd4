package org.nightjar.galaxies.shape;

import java.util.random.RandomGenerator;
import org.nightjar.statistics.distribution.Beta;
import org.nightjar.statistics.distribution.Distribution;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Ellipticities from 0 to 1 that follow Beta(sum ratio, sum (1 - ratio)).
 *
 * <p>Source: T. Kacprzak et al., Phys. Rev. D 101 (2020), 082003 (arXiv:1906.01018), section III.A.
 *
 * @param ratio mean ellipticity, between 0 and 1
 * @param sum above 0; the larger, the narrower
 */
@ProviderType
public record BetaEllipticity(double ratio, double sum) implements Distribution {
  @Override
  public double draw(RandomGenerator random) {
    return beta().draw(random);
  }

  /** The beta distribution. */
  public Beta beta() {
    return new Beta(sum * ratio, sum * (1 - ratio));
  }
}
