package org.nightjar.cosmology.halo;

import org.nightjar.cosmology.Cosmology;

/**
 * The multiplicity of haloes of a spherical overdensity: Watson et al. 2013 (MNRAS 433, 1230),
 * section 4.2, equations 14 to 19: their fit for 178 times the mean density at redshift 0, from 0
 * to 6 and beyond, times the factor for other overdensities. Between the three the fit jumps by
 * some percent.
 *
 * @param cosmology for the density of matter at z
 * @param deltaMean density within a halo over the mean density of matter; 178 is the fit itself
 */
public record WatsonMassFunction(Cosmology cosmology, double deltaMean) implements MassFunction {
  private static final WarrenForm TODAY = new WarrenForm(0.194, 1.805, 1, 1.287, 2.267);
  private static final WarrenForm EARLY = new WarrenForm(0.563, 3.810, 1, 1.453, 0.874);
  private static final double EARLY_FROM = 6;

  @Override
  public double multiplicity(double sigma, double z) {
    double om = cosmology.matterDensity(z);
    return overdensity(sigma, om) * form(z, om).multiplicity(sigma, z);
  }

  private static WarrenForm form(double z, double om) {
    if (z == 0) {
      return TODAY;
    }
    if (z >= EARLY_FROM) {
      return EARLY;
    }
    double a = 1 + z;
    return new WarrenForm(
        om * (1.097 * Math.pow(a, -3.216) + 0.074),
        om * (3.136 * Math.pow(a, -3.058) + 2.349),
        1,
        1.318,
        om * (5.907 * Math.pow(a, -3.599) + 2.344));
  }

  private double overdensity(double sigma, double om) {
    double ratio = deltaMean / 178;
    return Math.exp(0.023 * (ratio - 1))
        * Math.pow(ratio, -0.456 * om - 0.139)
        * Math.exp(0.072 * (1 - ratio) / Math.pow(sigma, 2.130));
  }
}
