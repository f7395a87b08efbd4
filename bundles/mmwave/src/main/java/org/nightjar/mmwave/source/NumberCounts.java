package org.nightjar.mmwave.source;

import java.util.Arrays;
import org.nightjar.mmwave.internal.numeric.GaussLegendre;
import org.osgi.annotation.versioning.ConsumerType;

/** Differential number counts. May be used by any number of threads. */
@ConsumerType
@FunctionalInterface
public interface NumberCounts {
  /** Steradians of a square degree. */
  double SQUARE_DEGREE = (Math.PI / 180) * (Math.PI / 180);

  /**
   * dN/dS, sources per Jy and steradian.
   *
   * @param jansky flux density, above 0
   */
  double at(double jansky);

  /** Sources per steradian between two flux densities, Jy. */
  default double between(double low, double high) {
    return GaussLegendre.integral(
        u -> at(Math.exp(u)) * Math.exp(u), Math.log(low), Math.log(high), 32);
  }

  /**
   * Power of sources without correlation between two flux densities: the integral of S^2 dN/dS,
   * Jy^2/sr.
   */
  default double poissonPower(double low, double high) {
    return GaussLegendre.integral(
        u -> at(Math.exp(u)) * Math.exp(3 * u), Math.log(low), Math.log(high), 32);
  }

  /**
   * A power law: density (S/pivot)^slope.
   *
   * @param density dN/dS at the pivot, per Jy and sr
   * @param pivot Jy
   * @param slope such as -2.5 for a static Euclidean universe
   */
  static NumberCounts powerLaw(double density, double pivot, double slope) {
    return s -> density * Math.pow(s / pivot, slope);
  }

  /**
   * Schechter's form: density/knee (S/knee)^slope exp(-S/knee).
   *
   * @param density sources per sr
   * @param knee Jy
   */
  static NumberCounts schechter(double density, double knee, double slope) {
    return s -> density / knee * Math.pow(s / knee, slope) * Math.exp(-s / knee);
  }

  /**
   * Power laws from node to node; the first and last one go on beyond.
   *
   * @param flux Jy, rising, at least two
   * @param density dN/dS there, per Jy and sr, above 0
   */
  static NumberCounts powerLaws(double[] flux, double[] density) {
    if (flux.length < 2 || flux.length != density.length) {
      throw new IllegalArgumentException(flux.length + " flux densities, " + density.length);
    }
    double[] x = Arrays.stream(flux).map(Math::log).toArray();
    double[] y = Arrays.stream(density).map(Math::log).toArray();
    return s -> {
      double u = Math.log(s);
      int i = 1;
      while (i < x.length - 1 && u > x[i]) {
        i++;
      }
      double slope = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
      return Math.exp(y[i - 1] + slope * (u - x[i - 1]));
    };
  }
}
