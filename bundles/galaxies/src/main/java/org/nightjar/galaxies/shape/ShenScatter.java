package org.nightjar.galaxies.shape;

import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The scatter of ln R between that of faint and that of luminous galaxies, S. Shen et al., MNRAS
 * 343 (2003), 978, equation 16.
 *
 * @param turn M0, magnitude half way
 * @param faint sigma1, at least 0
 * @param luminous sigma2, at least 0
 */
@ProviderType
public record ShenScatter(double turn, double faint, double luminous) {
  /** Standard deviation of ln R at an absolute magnitude. */
  public double at(double magnitude) {
    return luminous + (faint - luminous) / (1 + Elementary.exp10(-0.8 * (magnitude - turn)));
  }
}
