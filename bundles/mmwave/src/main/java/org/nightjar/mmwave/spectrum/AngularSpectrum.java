package org.nightjar.mmwave.spectrum;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Power of fluctuations of temperature by multipole: C_ell, uK^2 sr (the unit is mostly written
 * uK^2). D_ell = ell (ell + 1) C_ell / (2 pi) is in uK^2. May be used by any number of threads.
 */
@ConsumerType
@FunctionalInterface
public interface AngularSpectrum {
  /**
   * C_ell, uK^2 sr, at least 0.
   *
   * @param ell multipole, at least 0, need not be whole
   */
  double at(double ell);

  /** D_ell, uK^2. */
  default double scaled(double ell) {
    return ell * (ell + 1) / (2 * Math.PI) * at(ell);
  }

  /** The sum of two independent fluctuations. */
  default AngularSpectrum plus(AngularSpectrum other) {
    return ell -> at(ell) + other.at(ell);
  }

  /** This power times a factor. */
  default AngularSpectrum times(double factor) {
    return ell -> factor * at(ell);
  }

  /**
   * The same at all multipoles.
   *
   * @param depth uK-arcmin: the noise of a pixel of one square arcminute
   */
  static AngularSpectrum white(double depth) {
    double amplitude = depth * Math.PI / 180 / 60;
    return ell -> amplitude * amplitude;
  }

  /**
   * A power law in D_ell: amplitude (ell / pivot)^slope; no power below ell = 1.
   *
   * @param amplitude D at the pivot, uK^2
   * @param pivot multipole, such as 3000
   * @param slope 2 for points without correlation, 0.8 for clustered galaxies
   */
  static AngularSpectrum powerLaw(double amplitude, double pivot, double slope) {
    return ell ->
        ell < 1 ? 0 : amplitude * Math.pow(ell / pivot, slope) * 2 * Math.PI / (ell * (ell + 1));
  }
}
