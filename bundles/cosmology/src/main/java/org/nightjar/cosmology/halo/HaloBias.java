package org.nightjar.cosmology.halo;

import org.osgi.annotation.versioning.ConsumerType;

/** How much more strongly haloes cluster than matter does. */
@ConsumerType
@FunctionalInterface
public interface HaloBias {
  /** Linear contrast of spherical collapse. */
  double DELTA_C = 1.686;

  /**
   * The linear bias.
   *
   * @param sigma rms of the linear density in spheres that hold the halo's mass, at its redshift
   */
  double at(double sigma);

  /** Sheth & Tormen 1999 (MNRAS 308, 119), equation 12. */
  static HaloBias shethTormen() {
    return sigma -> {
      double scaled = 0.707 * (DELTA_C / sigma) * (DELTA_C / sigma);
      return 1 + (scaled - 1) / DELTA_C + 0.6 / (DELTA_C * (1 + Math.pow(scaled, 0.3)));
    };
  }

  /** Sheth, Mo & Tormen 2001 (MNRAS 323, 1), equation 8. */
  static HaloBias shethMoTormen() {
    return sigma -> {
      double scaled = 0.707 * (DELTA_C / sigma) * (DELTA_C / sigma);
      double root = Math.sqrt(0.707);
      double power = Math.pow(scaled, 0.6);
      double sum =
          root * scaled + root * 0.5 * Math.pow(scaled, 0.4) - power / (power + 0.5 * 0.4 * 0.7);
      return 1 + sum / (root * DELTA_C);
    };
  }

  /**
   * Tinker et al. 2010 (ApJ 724, 878), equation 6 and table 2.
   *
   * @param deltaMean density within a halo over the mean density of matter; 200 to 3200
   */
  static HaloBias tinker(double deltaMean) {
    double y = Math.log10(deltaMean);
    double fading = Math.exp(-Math.pow(4 / y, 4));
    double large = 1 + 0.24 * y * fading;
    double a = 0.44 * y - 0.88;
    double c = 0.019 + 0.107 * y + 0.19 * fading;
    return sigma -> {
      double nu = DELTA_C / sigma;
      double power = Math.pow(nu, a);
      return 1
          - large * power / (power + Math.pow(DELTA_C, a))
          + 0.183 * Math.pow(nu, 1.5)
          + c * Math.pow(nu, 2.4);
    };
  }
}
