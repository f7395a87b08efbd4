package org.nightjar.galaxies.shape;

import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sizes of early-type galaxies, S. Shen et al., MNRAS 343 (2003), 978, equation 14: log10 R = -0.4
 * a M + b.
 *
 * @param a slope
 * @param b log10 of the radius in kpc at M = 0, extrapolated
 * @param scatter about it
 */
@ProviderType
public record EarlyTypeSize(double a, double b, ShenScatter scatter) implements SizeModel {
  @Override
  public double median(double magnitude) {
    return Elementary.exp10(-0.4 * a * magnitude + b);
  }

  @Override
  public double deviation(double magnitude) {
    return scatter.at(magnitude);
  }
}
