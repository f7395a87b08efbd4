package org.nightjar.cosmology.power;

import static java.lang.Math.E;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.cosmology.CosmologyParameters;

/**
 * The transfer function of cold dark matter and baryons, with acoustic oscillations. Eisenstein &
 * Hu 1998 (ApJ 496, 605), whose equation numbers stand at the lines. Good to some percent for
 * baryon fractions below a half; massive neutrinos are left out. Immutable.
 */
public final class EisensteinHu implements TransferFunction {
  private final double baryonFraction;
  private final double equalityWavenumber;
  private final double soundHorizon;
  private final double silk;
  private final double alphaC;
  private final double betaC;
  private final double alphaB;
  private final double betaB;
  private final double betaNode;

  /**
   * The transfer function of a universe.
   *
   * @throws NightjarException BAD_ARGUMENT if it has no photons, baryons or matter
   */
  public EisensteinHu(CosmologyParameters parameters) throws NightjarException {
    requireBaryonsAndPhotons(parameters);
    double theta = parameters.tcmb0() / 2.7;
    double om = parameters.om0() * parameters.h() * parameters.h();
    double ob = parameters.ob0() * parameters.h() * parameters.h();
    baryonFraction = parameters.ob0() / parameters.om0();
    double cold = 1 - baryonFraction;
    double equality = 2.50e4 * om * pow(theta, -4); // 2
    equalityWavenumber = 7.46e-2 * om * pow(theta, -2); // 3
    double b1 = 0.313 * pow(om, -0.419) * (1 + 0.607 * pow(om, 0.674)); // 4
    double b2 = 0.238 * pow(om, 0.223);
    double drag = 1291 * pow(om, 0.251) / (1 + 0.659 * pow(om, 0.828)) * (1 + b1 * pow(ob, b2));
    double ratioAtDrag = 31.5 * ob * pow(theta, -4) * 1e3 / drag; // 5
    double ratioAtEquality = 31.5 * ob * pow(theta, -4) * 1e3 / equality;
    soundHorizon = // 6
        2
            / (3 * equalityWavenumber)
            * sqrt(6 / ratioAtEquality)
            * log(
                (sqrt(1 + ratioAtDrag) + sqrt(ratioAtDrag + ratioAtEquality))
                    / (1 + sqrt(ratioAtEquality)));
    silk = 1.6 * pow(ob, 0.52) * pow(om, 0.73) * (1 + pow(10.4 * om, -0.95)); // 7
    double a1 = pow(46.9 * om, 0.670) * (1 + pow(32.1 * om, -0.532)); // 11
    double a2 = pow(12.0 * om, 0.424) * (1 + pow(45.0 * om, -0.582));
    alphaC = pow(a1, -baryonFraction) * pow(a2, -pow(baryonFraction, 3));
    double c1 = 0.944 / (1 + pow(458 * om, -0.708)); // 12
    double c2 = pow(0.395 * om, -0.0266);
    betaC = 1 / (1 + c1 * (pow(cold, c2) - 1));
    double y = (1 + equality) / (1 + drag);
    double root = sqrt(1 + y);
    double g = y * (-6 * root + (2 + 3 * y) * log((root + 1) / (root - 1))); // 15
    alphaB = 2.07 * equalityWavenumber * soundHorizon * pow(1 + ratioAtDrag, -0.75) * g; // 14
    betaNode = 8.41 * pow(om, 0.435); // 23
    betaB = 0.5 + baryonFraction + (3 - 2 * baryonFraction) * sqrt(17.2 * om * 17.2 * om + 1); // 24
  }

  static void requireBaryonsAndPhotons(CosmologyParameters parameters) throws NightjarException {
    if (!(parameters.ob0() > 0 && parameters.tcmb0() > 0 && parameters.om0() > 0)) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "the transfer function of Eisenstein & Hu needs matter, baryons and photons: Om0 = "
              + parameters.om0()
              + ", Ob0 = "
              + parameters.ob0()
              + ", Tcmb0 = "
              + parameters.tcmb0(),
          "cosmology",
          "Give Om0, Ob0 and Tcmb0 above 0.");
    }
  }

  /** The sound horizon at the drag epoch, Mpc; equation 6. */
  public double soundHorizon() {
    return soundHorizon;
  }

  /** Equation 16. */
  @Override
  public double at(double k) {
    if (k == 0) {
      return 1;
    }
    return baryonFraction * baryons(k) + (1 - baryonFraction) * coldMatter(k);
  }

  private double coldMatter(double k) {
    double ks = k * soundHorizon / 5.4;
    double f = 1 / (1 + ks * ks * ks * ks); // 18
    return f * pressureless(k, 1, betaC) + (1 - f) * pressureless(k, alphaC, betaC); // 17
  }

  private double pressureless(double k, double alpha, double beta) {
    double q = k / (13.41 * equalityWavenumber); // 10
    double c = 14.2 / alpha + 386 / (1 + 69.9 * pow(q, 1.08)); // 20
    double l = log(E + 1.8 * beta * q);
    return l / (l + c * q * q); // 19
  }

  private double baryons(double k) {
    double ks = k * soundHorizon;
    double early = pressureless(k, 1, 1) / (1 + ks / 5.2 * (ks / 5.2));
    double damped = alphaB / (1 + pow(betaB / ks, 3)) * exp(-pow(k / silk, 1.4));
    double shifted = ks / Math.cbrt(1 + pow(betaNode / ks, 3)); // 22
    double wave = shifted < 1e-4 ? 1 - shifted * shifted / 6 : sin(shifted) / shifted;
    return (early + damped) * wave; // 21
  }
}
