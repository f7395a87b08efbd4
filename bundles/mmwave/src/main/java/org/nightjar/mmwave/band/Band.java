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
   * Flux density per uK_CMB and steradian that a source of this spectral index has at a frequency:
   * multiply a flux density in Jy by it to have uK sr.
   *
   * @param reference frequency at which the flux density is given, GHz
   * @param index S ~ nu^index
   */
  public double microkelvinSteradians(double reference, double index) {
    return bandpass.microkelvin(nu -> Math.pow(nu / reference, index));
  }
}
