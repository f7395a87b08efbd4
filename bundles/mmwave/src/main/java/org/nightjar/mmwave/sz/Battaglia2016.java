package org.nightjar.mmwave.sz;

import org.nightjar.cosmology.Cosmology;

/**
 * Density of electrons in simulations with feedback of active nuclei: N. Battaglia, JCAP 08 (2016),
 * 058, the fits for Delta = 200: rho = f_b rho_c(z) rho0 (x/0.5)^-0.2 [1 + (x/0.5)^alpha]^(-(beta -
 * 0.2)/alpha) with x = r/R200, fully ionised, 1.136 nucleons per electron. Cut at 5 R500.
 */
public final class Battaglia2016 implements ProfileModel {
  private static final double XC = 0.5;
  private static final double INNER = 0.2;

  /** Electrons per cm^3 for a solar mass per Mpc^3: over 1.136 masses of the proton. */
  private static final double ELECTRONS = 1.98847e30 / 2.93799895e73 / (1.136 * 1.67262192e-27);

  private final Spheres spheres;
  private final double baryons;

  /**
   * In this universe.
   *
   * @param baryonFraction baryons over all matter, such as 0.157 (Planck 2018 results VI)
   */
  public Battaglia2016(Cosmology cosmology, double baryonFraction) {
    spheres = new Spheres(cosmology);
    baryons = baryonFraction;
  }

  @Override
  public Gnfw at(double mass, double z) {
    double mass200 = spheres.mass200(mass, z);
    double radius = spheres.radius(mass200, 200, z);
    double rho0 = Battaglia2012.law(4000, 0.29, -0.66, mass200, z);
    double alpha = Battaglia2012.law(0.88, -0.03, 0.19, mass200, z);
    double beta = Battaglia2012.law(3.83, 0.04, -0.025, mass200, z);
    return new Gnfw(
        baryons * spheres.critical(z) * rho0 * ELECTRONS,
        radius * XC,
        INNER,
        alpha,
        (beta - INNER) / alpha,
        5 * spheres.radius(mass, 500, z));
  }
}
