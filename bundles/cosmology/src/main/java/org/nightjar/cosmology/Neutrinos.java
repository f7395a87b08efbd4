package org.nightjar.cosmology;

import java.util.List;

/**
 * The density of neutrinos over that of photons, with the transition from relativistic to massive.
 * Komatsu et al. 2011 (ApJS 192, 18), section 3.3, equations 22 to 26; the fit's error is below
 * 3e-5.
 */
final class Neutrinos {
  /** 7/8 (4/11)^(4/3). */
  private static final double PER_SPECIES = 0.22710731766;

  /** (4/11)^(1/3): the temperature of neutrinos over that of photons. */
  private static final double COOLER = 0.7137658555036082;

  private static final double P = 1.83;
  private static final double INVERSE_P = 0.54644808743;
  private static final double K = 0.3173;

  private final double[] massOverTemperature;
  private final double massless;
  private final double share;

  Neutrinos(double tcmb0, double effectiveSpecies, List<Double> masses) {
    massOverTemperature =
        masses.stream()
            .filter(m -> m > 0 && tcmb0 > 0)
            .mapToDouble(m -> m / (PhysicalConstants.BOLTZMANN_EV * COOLER * tcmb0))
            .toArray();
    if (massOverTemperature.length == 0) {
      massless = 1;
      share = PER_SPECIES * effectiveSpecies;
    } else {
      int species = (int) effectiveSpecies;
      massless = species - massOverTemperature.length;
      share = PER_SPECIES * effectiveSpecies / species;
    }
  }

  boolean massive() {
    return massOverTemperature.length > 0;
  }

  /** The ratio at z. */
  double perPhotons(double z) {
    double sum = massless;
    for (double today : massOverTemperature) {
      sum += Math.pow(1 + Math.pow(K * today / (1 + z), P), INVERSE_P);
    }
    return share * sum;
  }

  /** Derivative of the logarithm of the ratio by ln(1+z). */
  double slope(double z) {
    double sum = massless;
    double slope = 0;
    for (double today : massOverTemperature) {
      double power = Math.pow(K * today / (1 + z), P);
      double term = Math.pow(1 + power, INVERSE_P);
      sum += term;
      slope -= P * INVERSE_P * term * power / (1 + power);
    }
    return sum == 0 ? 0 : slope / sum;
  }
}
