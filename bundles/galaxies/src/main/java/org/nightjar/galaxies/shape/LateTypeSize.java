package org.nightjar.galaxies.shape;

import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sizes of late-type galaxies, S. Shen et al., MNRAS 343 (2003), 978, equation 15: log10 R = -0.4
 * alpha M + (beta - alpha) log10[1 + 10^(-0.4 (M - M0))] + gamma.
 *
 * @param alpha of faint galaxies
 * @param beta of luminous galaxies
 * @param gamma log10 of the radius in kpc at M = 0, extrapolated
 * @param scatter whose turn is M0
 */
@ProviderType
public record LateTypeSize(double alpha, double beta, double gamma, ShenScatter scatter)
    implements SizeModel {
  private static final double LN_10 = StrictMath.log(10);

  @Override
  public double median(double magnitude) {
    double luminous = Elementary.exp10(-0.4 * (magnitude - scatter.turn()));
    return Elementary.exp10(
        -0.4 * alpha * magnitude + (beta - alpha) * Elementary.log(1 + luminous) / LN_10 + gamma);
  }

  @Override
  public double deviation(double magnitude) {
    return scatter.at(magnitude);
  }
}
