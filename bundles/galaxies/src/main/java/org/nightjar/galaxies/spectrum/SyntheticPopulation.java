package org.nightjar.galaxies.spectrum;

import java.util.List;
import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A population's light from a formula, so that no file of somebody else's spectra is needed. Of our
 * own making; the shapes are those that any textbook shows, the numbers are round.
 *
 * <p>f(l) = sum of w_k B(l, T_k) / B(5500, T_k), times 1 - depth / (1 + exp[(l - 4000) / 60]) for
 * the break at 4000 Angstrom, plus emission lines of 15 Angstrom sigma, times exp[-tau (l /
 * 5500)^-0.7] for dust (S. Charlot and S. M. Fall, ApJ 539 (2000), 718), times 1 / (1 + exp[(912 -
 * l) / 15]) for hydrogen. Scaled so that without dust the mass-to-light ratio at 5500 Angstrom is
 * as given.
 */
@ProviderType
public final class SyntheticPopulation {
  private static final double LEAST = 200;
  private static final double MOST = 60_000;
  private static final double STEP = 1e-3;

  /** h c / k, Angstrom kelvin. */
  private static final double SECOND_RADIATION = 1.438776877e8;

  private static final double VISUAL = 5500;

  /** f_lambda at 5500 Angstrom of one Sun at 10 pc: 4.80 mag (Willmer 2018). */
  private static final double SUN =
      3631e-23 * 2.99792458e18 / (VISUAL * VISUAL) * Elementary.exp10(-0.4 * 4.80);

  private static final double LINE_SIGMA = 15;

  /** Wavelength, and equivalent width relative to that of H alpha. */
  private static final double[][] LINES = {
    {3727, 0.7}, {4861, 0.3}, {4959, 0.15}, {5007, 0.45}, {6563, 1}, {6725, 0.25}
  };

  private final double[][] bodies;
  private final double depth;
  private final double hydrogenWidth;
  private final double tau;
  private final double massToLight;

  private SyntheticPopulation(
      double[][] bodies, double depth, double hydrogenWidth, double tau, double massToLight) {
    this.bodies = bodies;
    this.depth = depth;
    this.hydrogenWidth = hydrogenWidth;
    this.tau = tau;
    this.massToLight = massToLight;
  }

  /** Old and metal-rich, old and metal-poor, a billion years, star-forming, dusty burst. */
  static List<Template> all() {
    return List.of(
        new SyntheticPopulation(new double[][] {{4300, 0.75}, {5200, 0.25}}, 0.55, 0, 0, 5)
            .template("old", 0.6, 0.03, 0, 0),
        new SyntheticPopulation(new double[][] {{4800, 0.7}, {6200, 0.3}}, 0.4, 0, 0, 3)
            .template("old, metal-poor", 0.6, 0.006, 0, 0),
        new SyntheticPopulation(new double[][] {{5600, 0.5}, {8500, 0.5}}, 0.3, 0, 0.1, 1)
            .template("intermediate", 0.68, 0.02, 0, 0.5),
        new SyntheticPopulation(
                new double[][] {{5000, 0.3}, {12_000, 0.4}, {25_000, 0.3}}, 0.12, 60, 0.3, 0.4)
            .template("star-forming", 0.75, 0.01, 0.3, 0.6),
        new SyntheticPopulation(new double[][] {{9000, 0.4}, {30_000, 0.6}}, 0.05, 200, 1, 0.1)
            .template("dusty burst", 0.9, 0.015, 1, 1));
  }

  private Template template(
      String name, double remaining, double metallicity, double m300, double m1000) {
    int n = (int) Math.ceil(StrictMath.log(MOST / LEAST) / STEP) + 1;
    double[] wavelengths = new double[n];
    double[] flux = new double[n];
    double scale = SUN / massToLight / bare(VISUAL);
    for (int i = 0; i < n; i++) {
      double l = LEAST * StrictMath.exp(i * STEP);
      wavelengths[i] = l;
      double dust = StrictMath.exp(-tau * StrictMath.pow(l / VISUAL, -0.7));
      flux[i] = scale * bare(l) * dust / (1 + StrictMath.exp((912 - l) / 15));
    }
    return new Template(
        name, new Spectrum(wavelengths, flux), 1, remaining, metallicity, m300, m1000);
  }

  private double bare(double l) {
    double continuum = 0;
    for (double[] body : bodies) {
      continuum += body[1] * planck(l, body[0]) / planck(VISUAL, body[0]);
    }
    continuum *= 1 - depth / (1 + StrictMath.exp((l - 4000) / 60));
    double lines = 0;
    for (double[] line : LINES) {
      double off = (l - line[0]) / LINE_SIGMA;
      lines += line[1] * StrictMath.exp(-off * off / 2);
    }
    return continuum + hydrogenWidth * lines / (LINE_SIGMA * Math.sqrt(2 * Math.PI));
  }

  private static double planck(double l, double temperature) {
    return StrictMath.pow(l, -5) / StrictMath.expm1(SECOND_RADIATION / (l * temperature));
  }
}
