package org.nightjar.mmwave.sz;

import org.nightjar.cosmology.Cosmology;

/**
 * Pressure in simulations with feedback of active nuclei: N. Battaglia et al., ApJ 758 (2012), 75,
 * the fits of table 1 (Delta = 200). P = P200 P0 (x/xc)^-0.3 (1 + x/xc)^-beta with x = r/R200.
 * Electrons have 0.518 of the thermal pressure (hydrogen mass fraction 0.76). Simulated for M200 of
 * 5e13 to 1e15 solar masses and z up to 1.5. Cut at 5 R500, like {@link Arnaud2010}.
 */
public final class Battaglia2012 implements ProfileModel {
  private static final double ELECTRONS = (2 * 0.76 + 2) / (5 * 0.76 + 3);

  /** G in Mpc (km/s)^2 per solar mass. */
  private static final double GRAVITY = 4.30091e-9;

  /** Solar mass (km/s)^2 per Mpc^3 in keV/cm^3. */
  private static final double PRESSURE = 1.98847e30 * 1e6 / 2.93799895e67 / 1.602176634e-10;

  private final Spheres spheres;
  private final double baryons;

  /**
   * In this universe.
   *
   * @param baryonFraction baryons over all matter, such as 0.157 (Planck 2018 results VI)
   */
  public Battaglia2012(Cosmology cosmology, double baryonFraction) {
    spheres = new Spheres(cosmology);
    baryons = baryonFraction;
  }

  @Override
  public Gnfw at(double mass, double z) {
    double mass200 = spheres.mass200(mass, z);
    double radius = spheres.radius(mass200, 200, z);
    double p200 = GRAVITY * mass200 * 200 * spheres.critical(z) * baryons / (2 * radius) * PRESSURE;
    double p0 = law(18.1, 0.154, -0.758, mass200, z);
    double xc = law(0.497, -0.00865, 0.731, mass200, z);
    double beta = law(4.35, 0.0393, 0.415, mass200, z);
    return new Gnfw(
        ELECTRONS * p200 * p0, radius * xc, 0.3, 1, beta, 5 * spheres.radius(mass, 500, z));
  }

  static double law(double amplitude, double byMass, double byRedshift, double mass200, double z) {
    return amplitude * Math.pow(mass200 / 1e14, byMass) * Math.pow(1 + z, byRedshift);
  }
}
