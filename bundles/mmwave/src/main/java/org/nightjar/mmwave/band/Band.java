package org.nightjar.mmwave.band;

/**
 * A band of a telescope.
 *
 * @param name such as {@code 150}
 * @param bandpass frequencies
 * @param fwhm of the beam, arcminutes: what says whether pixels are small enough
 * @param beam factor by multipole
 * @param noise of the map
 * @param source where the numbers come from
 */
public record Band(
    String name, Bandpass bandpass, double fwhm, Beam beam, Noise noise, String source) {

  /** A Gaussian beam. */
  public static Band of(String name, Bandpass bandpass, double fwhm, Noise noise, String source) {
    return new Band(name, bandpass, fwhm, Beam.gaussian(fwhm), noise, source);
  }

  /** The same band with other noise. */
  public Band with(Noise other) {
    return new Band(name, bandpass, fwhm, beam, other, source);
  }

  /**
   * What a flux density of 1 Jy adds to the map, integrated over the sky: uK_CMB sr per Jy.
   *
   * @param reference frequency at which the flux density is given, GHz
   * @param index S ~ nu^index
   */
  public double microkelvinSteradians(double reference, double index) {
    return bandpass.microkelvin(nu -> Math.pow(nu / reference, index));
  }
}
