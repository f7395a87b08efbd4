package org.nightjar.cosmology.halo;

import java.util.Arrays;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.cosmology.growth.Growth;
import org.nightjar.cosmology.internal.math.CubicSpline;

/** Haloes in a cone. */
public final class HaloLightCone {
  private static final int FIRST = 16;
  private static final int LARGEST = 4096;
  private static final double ACCURACY = 1e-6;

  private HaloLightCone() {}

  /**
   * The cone of all haloes between two masses.
   *
   * @param growth normalised to 1 where the variance holds
   * @param lowest mass, solar masses
   * @param highest mass, solar masses
   * @param steradians solid angle
   */
  public static LightCone of(
      Cosmology cosmology,
      MassFunction function,
      MassVariance variance,
      Growth growth,
      double lowest,
      double highest,
      double steradians,
      double from,
      double to) {
    CubicSpline logarithms = densities(function, variance, growth, lowest, highest, from, to);
    return new LightCone(cosmology, steradians, from, to, z -> Math.exp(logarithms.at(z)));
  }

  /** ln of the density by redshift, with twice as many redshifts until it is smooth. */
  private static CubicSpline densities(
      MassFunction function,
      MassVariance variance,
      Growth growth,
      double lowest,
      double highest,
      double from,
      double to) {
    CubicSpline before = null;
    for (int count = FIRST; ; count *= 2) {
      double step = (to - from) / count;
      double[] z = new double[count + 1];
      Arrays.setAll(z, i -> from + step * i);
      double[] values =
          Arrays.stream(z)
              .map(
                  at ->
                      Math.log(
                          new HaloAbundance(function, variance, growth.factor(at), at)
                              .density(lowest, highest)))
              .toArray();
      CubicSpline spline = new CubicSpline(z, values);
      if (count == LARGEST || (before != null && agrees(before, z, values))) {
        return spline;
      }
      before = spline;
    }
  }

  private static boolean agrees(CubicSpline coarser, double[] z, double[] values) {
    for (int i = 1; i < z.length; i += 2) {
      if (!(Math.abs(coarser.at(z[i]) - values[i]) < ACCURACY)) {
        return false;
      }
    }
    return true;
  }
}
