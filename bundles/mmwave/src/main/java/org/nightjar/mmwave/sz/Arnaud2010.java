package org.nightjar.mmwave.sz;

import org.nightjar.cosmology.Cosmology;

/**
 * The universal pressure profile of M. Arnaud et al., A&amp;A 517 (2010), A92: eqs 11 to 13, with
 * the departure from self-similarity taken as the same at all radii (alpha_P = 0.12, alpha'_P = 0).
 * Cut at 5 R500. Measured on clusters of M500 = 1e14 to 1e15 solar masses at z below 0.2; masses
 * there are hydrostatic.
 */
public final class Arnaud2010 implements ProfileModel {
  private static final double P0 = 8.403;
  private static final double C500 = 1.177;
  private static final double GAMMA = 0.3081;
  private static final double ALPHA = 1.0510;
  private static final double BETA = 5.4905;
  private static final double CUT = 5;

  private final Spheres spheres;
  private final double h70;

  /** In this universe. */
  public Arnaud2010(Cosmology cosmology) {
    spheres = new Spheres(cosmology);
    h70 = spheres.littleH() / 0.7;
  }

  /** P500, keV/cm^3: eq. 13 without the bracket's profile. */
  public double pressure500(double mass, double z) {
    return 1.65e-3
        * Math.pow(spheres.expansion(z), 8.0 / 3)
        * Math.pow(mass * h70 / 3e14, 2.0 / 3 + 0.12)
        * h70
        * h70;
  }

  @Override
  public Gnfw at(double mass, double z) {
    double radius = spheres.radius(mass, 500, z);
    double amplitude = pressure500(mass, z) * P0 * Math.pow(h70, -1.5);
    return new Gnfw(amplitude, radius / C500, GAMMA, ALPHA, (BETA - GAMMA) / ALPHA, CUT * radius);
  }
}
