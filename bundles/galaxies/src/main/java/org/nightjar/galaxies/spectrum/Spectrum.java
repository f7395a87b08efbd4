package org.nightjar.galaxies.spectrum;

import org.osgi.annotation.versioning.ProviderType;

/** Light per wavelength, given at some wavelengths and straight in between. */
@ProviderType
public final class Spectrum {
  private final Curve curve;

  /**
   * A spectrum.
   *
   * @param wavelengths ascending, Angstrom, in vacuum and in the source's frame
   * @param flux f_lambda, erg/s/cm^2/Angstrom, at least 0
   */
  public Spectrum(double[] wavelengths, double[] flux) {
    curve = new Curve("spectrum", wavelengths, flux);
  }

  /** The shortest wavelength, Angstrom. */
  public double least() {
    return curve.least();
  }

  /** The longest wavelength, Angstrom. */
  public double most() {
    return curve.most();
  }

  /** f_lambda at a wavelength; 0 outside. */
  public double at(double wavelength) {
    return wavelength < least() || wavelength > most()
        ? 0
        : curve.at(curve.before(wavelength), wavelength);
  }

  Curve curve() {
    return curve;
  }
}
