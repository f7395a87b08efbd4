package org.nightjar.cosmology.power;

import static java.lang.Math.E;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static java.lang.Math.sqrt;

import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.CosmologyParameters;

/**
 * The transfer function of cold dark matter and baryons without acoustic oscillations. Eisenstein &
 * Hu 1998 (ApJ 496, 605), equations 26 and 28 to 31. Immutable.
 */
public final class SmoothEisensteinHu implements TransferFunction {
  private final double theta;
  private final double h;
  private final double omegaH;
  private final double soundHorizon;
  private final double alpha;

  /**
   * The transfer function of a universe.
   *
   * @throws NightjarException BAD_ARGUMENT if it has no photons, baryons or matter
   */
  public SmoothEisensteinHu(CosmologyParameters parameters) throws NightjarException {
    EisensteinHu.requireBaryonsAndPhotons(parameters);
    h = parameters.h();
    theta = parameters.tcmb0() / 2.7;
    omegaH = parameters.om0() * h;
    double om = omegaH * h;
    double ob = parameters.ob0() * h * h;
    double fraction = parameters.ob0() / parameters.om0();
    soundHorizon = 44.5 * log(9.83 / om) / sqrt(1 + 10 * pow(ob, 0.75)); // 26
    alpha = // 31
        1 - 0.328 * log(431 * om) * fraction + 0.38 * log(22.3 * om) * fraction * fraction;
  }

  /** Equation 29. */
  @Override
  public double at(double k) {
    double ks = 0.43 * k * soundHorizon;
    double shape = omegaH * (alpha + (1 - alpha) / (1 + ks * ks * ks * ks)); // 30
    double q = k / h * theta * theta / shape; // 28
    double l = log(2 * E + 1.8 * q);
    double c = 14.2 + 731 / (1 + 62.5 * q);
    return l / (l + c * q * q);
  }
}
