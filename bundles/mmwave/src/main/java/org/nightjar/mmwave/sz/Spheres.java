package org.nightjar.mmwave.sz;

import org.nightjar.cosmology.Cosmology;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sizes of clusters and the change between their masses. M_D is the mass in the sphere whose mean
 * density is D times the critical one at the cluster's redshift.
 */
@ProviderType
public final class Spheres {
  /** Critical density for H = 100 km/s/Mpc, solar masses per Mpc^3. */
  private static final double CRITICAL_100 = 2.77536627e11;

  private final Cosmology cosmology;

  /** In this universe. */
  public Spheres(Cosmology cosmology) {
    this.cosmology = cosmology;
  }

  /** Critical density at z, solar masses per Mpc^3. */
  public double critical(double z) {
    double h = cosmology.hubble(z) / 100;
    return CRITICAL_100 * h * h;
  }

  /** E(z) = H(z)/H0. */
  public double expansion(double z) {
    return cosmology.hubble(z) / cosmology.hubble(0);
  }

  /** H0 in units of 100 km/s/Mpc. */
  public double littleH() {
    return cosmology.hubble(0) / 100;
  }

  /** Radius of a sphere, Mpc. */
  public double radius(double mass, double overdensity, double z) {
    return Math.cbrt(3 * mass / (4 * Math.PI * overdensity * critical(z)));
  }

  /** R500 as an angle, arcminutes. */
  public double theta500(double mass, double z) {
    return Math.toDegrees(radius(mass, 500, z) / cosmology.angularDiameterDistance(z)) * 60;
  }

  /**
   * M200 from M500, for dark matter of Navarro, Frenk and White with the mean concentration of A.
   * R. Duffy et al., MNRAS 390 (2008), L64, table 1: c200 = 5.71 (M200 h / 2e12)^-0.084
   * (1+z)^-0.47. Solved to 1e-10.
   *
   * @param mass M500, solar masses
   */
  public double mass200(double mass, double z) {
    double guess = 1.4 * mass;
    for (int i = 0; i < 100; i++) {
      double c = 5.71 * Math.pow(guess * littleH() / 2e12, -0.084) * Math.pow(1 + z, -0.47);
      double next = mass * guess / enclosed(guess, c);
      if (Math.abs(next / guess - 1) < 1e-10) {
        return next;
      }
      guess = next;
    }
    return guess;
  }

  /** M500 of a halo of M200 and concentration c200. */
  private static double enclosed(double mass200, double c) {
    double low = 0.1;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double x = (low + high) / 2;
      double density = 200 * nfw(c * x) / nfw(c) / (x * x * x);
      if (density > 500) {
        low = x;
      } else {
        high = x;
      }
    }
    return mass200 * nfw(c * low) / nfw(c);
  }

  private static double nfw(double x) {
    return Math.log1p(x) - x / (1 + x);
  }
}
