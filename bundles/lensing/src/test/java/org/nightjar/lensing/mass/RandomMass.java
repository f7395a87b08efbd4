package org.nightjar.lensing.mass;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Models with parameters anywhere in their ranges. */
final class RandomMass {
  private RandomMass() {}

  static MassProfile draw(String name, RandomGenerator random) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (String parameter : MassModels.parameters(name).orElseThrow()) {
      parameters.put(parameter, value(parameter, random));
    }
    return MassModels.find(name, parameters).orElseThrow();
  }

  private static double value(String parameter, RandomGenerator random) {
    double u = random.nextDouble();
    return switch (parameter) {
      case "theta_E" -> 0.3 + 2 * u;
      case "gamma" -> 1.3 + 1.4 * u;
      case "e1", "e2", "gamma1", "gamma2", "kappa", "a_m" -> 0.6 * (u - 0.5);
      case "center_x", "center_y", "ra_0", "dec_0", "alpha_x", "alpha_y" -> u - 0.5;
      case "s_scale", "Ra" -> 0.01 + 0.4 * u;
      case "Rs" -> 0.6 + 3 * u;
      case "alpha_Rs", "sigma0" -> 0.2 + u;
      case "r_core" -> 0.1 + u;
      case "m" -> 3 + Math.floor(2 * u);
      case "phi_m" -> 6 * u;
      default -> throw new IllegalArgumentException(parameter);
    };
  }
}
