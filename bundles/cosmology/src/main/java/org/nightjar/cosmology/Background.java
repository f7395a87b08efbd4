package org.nightjar.cosmology;

import static org.nightjar.cosmology.PhysicalConstants.GRAVITATION;
import static org.nightjar.cosmology.PhysicalConstants.PARSEC;
import static org.nightjar.cosmology.PhysicalConstants.SPEED_OF_LIGHT;
import static org.nightjar.cosmology.PhysicalConstants.STEFAN_BOLTZMANN;

/** How fast the universe expands, and what it is made of, at any redshift. */
final class Background {
  private final CosmologyParameters parameters;
  private final Neutrinos neutrinos;
  private final double photons0;
  private final double dark0;
  private final double curvature0;

  Background(CosmologyParameters parameters) {
    this.parameters = parameters;
    neutrinos = new Neutrinos(parameters.tcmb0(), parameters.neff(), parameters.neutrinoMasses());
    double perSecond = parameters.h0() / (PARSEC * 1e-3 * 1e6);
    double critical = 3 * perSecond * perSecond / (8 * Math.PI * GRAVITATION);
    double light = SPEED_OF_LIGHT * 1e3;
    photons0 =
        4 * STEFAN_BOLTZMANN / (light * light * light) * Math.pow(parameters.tcmb0(), 4) / critical;
    double others = parameters.om0() + photons0 * (1 + neutrinos.perPhotons(0));
    dark0 = parameters.ode0().orElse(1 - others);
    curvature0 = parameters.ode0().isEmpty() ? 0 : 1 - dark0 - others;
  }

  /** (H(z)/H0)^2. */
  double expansionSquared(double z) {
    double a = 1 + z;
    double radiation = photons0 == 0 ? 0 : photons0 * (1 + neutrinos.perPhotons(z)) * a;
    return ((radiation + parameters.om0()) * a + curvature0) * a * a + darkEnergy(z);
  }

  /** Derivative of ln H by ln(1+z). */
  double expansionSlope(double z) {
    double a = 1 + z;
    double a4 = a * a * a * a;
    double ratio = neutrinos.perPhotons(z);
    double radiation = photons0 * a4 * (4 * (1 + ratio) + ratio * neutrinos.slope(z));
    double dark = darkEnergy(z) * 3 * (1 + darkEnergyState(z));
    double sum = radiation + 3 * parameters.om0() * a * a * a + 2 * curvature0 * a * a + dark;
    return 0.5 * sum / expansionSquared(z);
  }

  /** Density of dark energy over today's critical density. */
  double darkEnergy(double z) {
    double w0 = parameters.w0();
    double wa = parameters.wa();
    if (w0 == -1 && wa == 0) {
      return dark0;
    }
    double power = dark0 * Math.pow(1 + z, 3 * (1 + w0 + wa));
    return wa == 0 ? power : power * Math.exp(-3 * wa * z / (1 + z));
  }

  /** Pressure of dark energy over its density. */
  double darkEnergyState(double z) {
    return parameters.w0() + parameters.wa() * z / (1 + z);
  }

  double matter(double z) {
    double a = 1 + z;
    return parameters.om0() * a * a * a;
  }

  double photons(double z) {
    double a2 = (1 + z) * (1 + z);
    return photons0 * a2 * a2;
  }

  double neutrinos(double z) {
    return photons(z) * neutrinos.perPhotons(z);
  }

  boolean massiveNeutrinos() {
    return neutrinos.massive();
  }

  double curvature0() {
    return curvature0;
  }

  /** Whether something other than a cosmological constant rules the beginning. */
  boolean begins() {
    return parameters.om0() > 0
        || photons0 > 0
        || curvature0 > 0
        || (dark0 > 0 && parameters.w0() + parameters.wa() > -1);
  }
}
