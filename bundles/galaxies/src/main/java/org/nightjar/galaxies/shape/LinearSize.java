package org.nightjar.galaxies.shape;

import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sizes whose logarithm goes straight with the magnitude, J. Herbel et al., JCAP 08 (2017) 035,
 * equation 3.14: log10 of the median = slope M + intercept.
 *
 * @param slope per magnitude
 * @param intercept log10 of the radius in kpc at M = 0, extrapolated
 * @param sigma standard deviation of ln R, at least 0
 */
@ProviderType
public record LinearSize(double slope, double intercept, double sigma) implements SizeModel {
  @Override
  public double median(double magnitude) {
    return Elementary.exp10(slope * magnitude + intercept);
  }

  @Override
  public double deviation(double magnitude) {
    return sigma;
  }
}
