package org.nightjar.galaxies.spectrum;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What the stars of each galaxy are like, from its own coefficients: nothing is summed over
 * galaxies.
 *
 * <p>Source: M. R. Blanton and S. Roweis, AJ 133 (2007), 734, section 4.
 */
@ProviderType
public final class StellarContent {
  private final double[] mass;
  private final double[] remaining;
  private final double[] metals;
  private final double[] mass300;
  private final double[] mass1000;

  /**
   * Properties of templates; all arrays are as long.
   *
   * @param mass formed
   * @param remaining share that is still in stars
   * @param metallicity mass of metals over mass
   * @param mass300 formed within the last 300 Myr
   * @param mass1000 formed within the last 1000 Myr
   */
  public StellarContent(
      double[] mass,
      double[] remaining,
      double[] metallicity,
      double[] mass300,
      double[] mass1000) {
    int n = mass.length;
    if (remaining.length != n
        || metallicity.length != n
        || mass300.length != n
        || mass1000.length != n) {
      throw new IllegalArgumentException("properties of different numbers of templates");
    }
    this.mass = mass.clone();
    this.remaining = remaining.clone();
    this.mass300 = mass300.clone();
    this.mass1000 = mass1000.clone();
    metals = new double[n];
    for (int i = 0; i < n; i++) {
      metals[i] = remaining[i] * metallicity[i];
    }
  }

  /** Z, sum c remaining Z / sum c remaining. */
  public double metallicity(double... coefficients) {
    return sum(metals, coefficients) / sum(remaining, coefficients);
  }

  /** Share of the mass that was formed within the last 300 Myr. */
  public double m300(double... coefficients) {
    return sum(mass300, coefficients) / sum(mass, coefficients);
  }

  /** Share of the mass that was formed within the last 1000 Myr. */
  public double m1000(double... coefficients) {
    return sum(mass1000, coefficients) / sum(mass, coefficients);
  }

  /** Share of the mass that is still in stars. */
  public double remaining(double... coefficients) {
    return sum(remaining, coefficients) / sum(mass, coefficients);
  }

  /** One of the properties. */
  public enum Property {
    /** Mass of metals over mass of stars. */
    METALLICITY,
    /** Share of the mass that was formed within the last 300 Myr. */
    M300,
    /** Share of the mass that was formed within the last 1000 Myr. */
    M1000,
    /** Share of the mass that is still in stars. */
    REMAINING
  }

  /**
   * A property of many galaxies.
   *
   * @param coefficients of the templates, galaxy by galaxy
   * @param into to fill, one number for each galaxy
   */
  public void fill(Property property, double[] coefficients, double[] into) {
    double[] above =
        switch (property) {
          case METALLICITY -> metals;
          case M300 -> mass300;
          case M1000 -> mass1000;
          case REMAINING -> remaining;
        };
    double[] below = property == Property.METALLICITY ? remaining : mass;
    int n = mass.length;
    for (int i = 0; i < into.length; i++) {
      into[i] = sum(above, coefficients, i * n) / sum(below, coefficients, i * n);
    }
  }

  private static double sum(double[] property, double[] coefficients, int at) {
    double sum = 0;
    for (int k = 0; k < property.length; k++) {
      sum += property[k] * coefficients[at + k];
    }
    return sum;
  }

  private double sum(double[] property, double[] coefficients) {
    if (coefficients.length != property.length) {
      throw new IllegalArgumentException(
          coefficients.length + " coefficients of " + property.length + " templates");
    }
    return sum(property, coefficients, 0);
  }
}
