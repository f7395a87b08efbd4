package org.nightjar.cosmology.power;

import org.nightjar.cosmology.CosmologyParameters;
import org.nightjar.cosmology.PhysicalConstants;

/** Linear power spectra. */
public final class LinearPower {
  private LinearPower() {}

  /**
   * The spectrum that follows from primordial curvature perturbations: 2 pi^2/k^3 A_s (k/k0)^(n-1)
   * [2 k^2 c^2 / (5 H0^2 Om0)]^2 T(k)^2; Komatsu et al. 2009 (ApJS 180, 330), equation 74, for a
   * growth of 1. For a redshift, {@link PowerSpectrum#grown multiply} by a growth factor that tends
   * to 1/(1+z) at the start.
   */
  public static PowerSpectrum of(
      CosmologyParameters cosmology, TransferFunction transfer, PrimordialSpectrum primordial) {
    double length = PhysicalConstants.SPEED_OF_LIGHT / cosmology.h0();
    double toDensity = 0.4 * length * length / cosmology.om0();
    double constant = 2 * Math.PI * Math.PI * toDensity * toDensity;
    return k -> {
      double t = transfer.at(k);
      return constant * k * primordial.at(k) * t * t;
    };
  }

  /**
   * The spectrum of which the density in spheres of 8 Mpc/h has a given rms.
   *
   * @param index n of the primordial spectrum
   * @param sigma8 the rms
   */
  public static PowerSpectrum normalised(
      CosmologyParameters cosmology, TransferFunction transfer, double index, double sigma8) {
    PowerSpectrum shape =
        k -> {
          double t = transfer.at(k);
          return Math.pow(k, index) * t * t;
        };
    double rms = new SphereVariance(shape).rms(8 / cosmology.h());
    return shape.grown(sigma8 / rms);
  }
}
