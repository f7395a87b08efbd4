package org.nightjar.cosmology.halo;

import java.util.Arrays;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;

/**
 * The multiplicity of haloes of a spherical overdensity: Tinker et al. 2008 (ApJ 688, 709),
 * equations 3 and 5 to 8, table 2; between the overdensities of the table with a spline in log
 * Delta, as in its appendix B. Redshifts 0 to 2.5, sigma 0.25 to 4; it goes on beyond.
 */
public final class TinkerMassFunction implements MassFunction {
  private static final double[] DELTA = {200, 300, 400, 600, 800, 1200, 1600, 2400, 3200};
  // Table 2 has three digits; these are the values that it rounds.
  private static final double[] AMPLITUDE = {
    0.1858659, 0.1995973, 0.2115659, 0.2184113, 0.2480968, 0.2546053, 0.26, 0.26, 0.26
  };
  private static final double[] A = {
    1.466904, 1.521782, 1.559186, 1.614585, 1.869936, 2.128056, 2.301275, 2.529241, 2.661983
  };
  private static final double[] B = {
    2.571104, 2.254217, 2.048674, 1.869559, 1.588649, 1.507134, 1.464374, 1.436827, 1.405210
  };
  private static final double[] C = {
    1.193958, 1.270316, 1.335191, 1.446266, 1.581345, 1.795050, 1.965613, 2.237466, 2.439729
  };

  private final double amplitude;
  private final double a;
  private final double b;
  private final double c;
  private final double fading;

  /**
   * The function for an overdensity.
   *
   * @param deltaMean density within a halo over the mean density of matter; 200 to 3200
   * @throws IllegalArgumentException if it is outside of the table
   */
  public TinkerMassFunction(double deltaMean) {
    if (!(deltaMean >= 200 && deltaMean <= 3200)) {
      throw new IllegalArgumentException(
          "Tinker et al. 2008 covers 200 to 3200 times the mean density, not " + deltaMean);
    }
    amplitude = between(AMPLITUDE, deltaMean);
    a = between(A, deltaMean);
    b = between(B, deltaMean);
    c = between(C, deltaMean);
    fading = Math.pow(10, -Math.pow(0.75 / Math.log10(deltaMean / 75), 1.2)); // 8
  }

  private static double between(double[] values, double deltaMean) {
    double[] places = Arrays.stream(DELTA).map(Math::log10).toArray();
    return new SplineInterpolator().interpolate(places, values).value(Math.log10(deltaMean));
  }

  @Override
  public double multiplicity(double sigma, double z) {
    double scale = b * Math.pow(1 + z, -fading); // 7
    double power = a * Math.pow(1 + z, -0.06); // 6
    return amplitude
        * Math.pow(1 + z, -0.14) // 5
        * (Math.pow(sigma / scale, -power) + 1)
        * Math.exp(-c / (sigma * sigma));
  }
}
