package org.nightjar.cosmology.power;

import org.osgi.annotation.versioning.ConsumerType;

/** The power spectrum of the density contrast. */
@ConsumerType
@FunctionalInterface
public interface PowerSpectrum {
  /**
   * P(k), Mpc^3.
   *
   * @param k wave number, 1/Mpc, without h; above 0
   */
  double at(double k);

  /** The dimensionless spectrum: variance of the density per unit of ln k, k^3 P(k) / (2 pi^2). */
  default double dimensionless(double k) {
    return k * k * k * at(k) / (2 * Math.PI * Math.PI);
  }

  /** The same spectrum for an amplitude that is this times larger, such as a growth factor. */
  default PowerSpectrum grown(double amplitude) {
    double square = amplitude * amplitude;
    return k -> square * at(k);
  }
}
