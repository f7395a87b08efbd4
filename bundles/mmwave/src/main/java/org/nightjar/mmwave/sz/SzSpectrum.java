package org.nightjar.mmwave.sz;

import org.nightjar.mmwave.band.Bandpass;
import org.nightjar.mmwave.band.Blackbody;

/**
 * Change of temperature of the background by hot electrons: dT/T = y (Y0 + theta Y1 + theta^2 Y2),
 * theta = kT_e / 511 keV.
 *
 * <p>Y0 = x coth(x/2) - 4 (R. A. Sunyaev and Y. B. Zeldovich 1972); Y1, Y2: N. Itoh, Y. Kohyama and
 * S. Nozawa, ApJ 502 (1998), 7, eqs 2.25 to 2.27. Cut after theta^2 the error is about theta^3 Y3:
 * at 10 keV 0.01 percent of Y0 at 95 GHz, 0.2 at 150, 1.2 at 280; at 15 keV 0.7 at 150 and 4 at
 * 280. Use it up to 15 keV and 400 GHz.
 */
public final class SzSpectrum {
  /** Rest energy of an electron, keV. */
  public static final double ELECTRON = 510.99895;

  private SzSpectrum() {}

  /** Y0, the classical spectrum g(x); frequency in GHz. */
  public static double classical(double gigahertz) {
    return wide(Blackbody.x(gigahertz)) - 4;
  }

  /** Y1: multiplied by theta, the first correction. */
  public static double first(double gigahertz) {
    double x = Blackbody.x(gigahertz);
    double w = wide(x);
    double s = narrow(x);
    return -10 + w * (47.0 / 2 + w * (-42.0 / 5 + w * 7 / 10)) + s * s * (-21.0 / 5 + w * 7 / 5);
  }

  /** Y2: multiplied by theta squared, the second correction. */
  public static double second(double gigahertz) {
    double x = Blackbody.x(gigahertz);
    double w = wide(x);
    double s2 = narrow(x) * narrow(x);
    double plain =
        -15.0 / 2
            + w * (1023.0 / 8 + w * (-868.0 / 5 + w * (329.0 / 5 + w * (-44.0 / 5 + w * 11 / 30))));
    double square = -434.0 / 5 + w * (658.0 / 5 + w * (-242.0 / 5 + w * 143 / 30));
    double fourth = -44.0 / 5 + w * 187 / 60;
    return plain + s2 * square + s2 * s2 * fourth;
  }

  /**
   * dT/T per y.
   *
   * @param gigahertz frequency
   * @param kiloelectronvolt temperature of the electrons; 0 for the classical spectrum
   */
  public static double at(double gigahertz, double kiloelectronvolt) {
    double theta = kiloelectronvolt / ELECTRON;
    return classical(gigahertz) + theta * (first(gigahertz) + theta * second(gigahertz));
  }

  /** uK_CMB per y in a band, without relativistic corrections. */
  public static double microkelvin(Bandpass bandpass) {
    return 1e6 * Blackbody.TEMPERATURE * bandpass.average(SzSpectrum::classical);
  }

  /** uK_CMB per y and theta in a band: the first correction. */
  public static double firstMicrokelvin(Bandpass bandpass) {
    return 1e6 * Blackbody.TEMPERATURE * bandpass.average(SzSpectrum::first);
  }

  /** uK_CMB per y and theta squared in a band: the second correction. */
  public static double secondMicrokelvin(Bandpass bandpass) {
    return 1e6 * Blackbody.TEMPERATURE * bandpass.average(SzSpectrum::second);
  }

  private static double wide(double x) {
    return x / Math.tanh(x / 2);
  }

  private static double narrow(double x) {
    return x / Math.sinh(x / 2);
  }
}
