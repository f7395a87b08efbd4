package org.nightjar.cosmology.halo;

import java.util.Arrays;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.special.Gamma;

/**
 * The multiplicity of haloes of a spherical overdensity that goes with their bias: Tinker et al.
 * 2010 (ApJ 724, 878), equations 8 to 12 and table 4, with an amplitude such that all matter is in
 * haloes. Redshifts 0 to 3; beyond, that of 3.
 */
public final class TinkerBiasedMassFunction implements MassFunction {
  private static final double DELTA_C = 1.686;
  private static final double LAST_REDSHIFT = 3;
  private static final double[] DELTA = {200, 300, 400, 600, 800, 1200, 1600, 2400, 3200};
  private static final double[] BETA = {
    0.589, 0.585, 0.544, 0.543, 0.564, 0.623, 0.637, 0.673, 0.702
  };
  private static final double[] GAMMA = {0.864, 0.922, 0.987, 1.09, 1.20, 1.34, 1.50, 1.68, 1.81};
  private static final double[] PHI = {
    -0.729, -0.789, -0.910, -1.05, -1.20, -1.26, -1.45, -1.50, -1.49
  };
  private static final double[] ETA = {
    -0.243, -0.261, -0.261, -0.273, -0.278, -0.301, -0.301, -0.319, -0.336
  };

  private final double beta0;
  private final double gamma0;
  private final double phi0;
  private final double eta0;

  /**
   * The function for an overdensity.
   *
   * @param deltaMean density within a halo over the mean density of matter; 200 to 3200
   * @throws IllegalArgumentException if it is outside of the table
   */
  public TinkerBiasedMassFunction(double deltaMean) {
    if (!(deltaMean >= 200 && deltaMean <= 3200)) {
      throw new IllegalArgumentException(
          "Tinker et al. 2010 covers 200 to 3200 times the mean density, not " + deltaMean);
    }
    double place = Math.log10(deltaMean);
    beta0 = between(BETA, place);
    gamma0 = between(GAMMA, place);
    phi0 = between(PHI, place);
    eta0 = between(ETA, place);
  }

  private static double between(double[] values, double place) {
    double[] places = Arrays.stream(DELTA).map(Math::log10).toArray();
    return new SplineInterpolator().interpolate(places, values).value(place);
  }

  @Override
  public double multiplicity(double sigma, double z) {
    double a = 1 + Math.min(z, LAST_REDSHIFT);
    double beta = beta0 * Math.pow(a, 0.20);
    double phi = phi0 * Math.pow(a, -0.08);
    double eta = eta0 * Math.pow(a, 0.27);
    double gamma = gamma0 * Math.pow(a, -0.01);
    double nu = DELTA_C / sigma;
    double shape =
        (1 + Math.pow(beta * nu, -2 * phi))
            * Math.pow(nu, 2 * eta + 1)
            * Math.exp(-gamma * nu * nu / 2);
    return shape / (moment(eta, gamma) + Math.pow(beta, -2 * phi) * moment(eta - phi, gamma));
  }

  /** The integral over nu of nu^(2p) exp(-gamma nu^2/2). */
  private static double moment(double p, double gamma) {
    return 0.5 * Math.pow(gamma / 2, -p - 0.5) * Gamma.gamma(p + 0.5);
  }
}
