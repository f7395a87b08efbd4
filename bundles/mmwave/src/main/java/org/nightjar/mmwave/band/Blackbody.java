package org.nightjar.mmwave.band;

/**
 * The spectrum of the microwave background, T = 2.7255 K (D. J. Fixsen, ApJ 707 (2009), 916), and
 * the units that come from it. A change of temperature dT, K_CMB, is a change of intensity dT
 * dB/dT.
 */
public final class Blackbody {
  /** Temperature of the background, K. */
  public static final double TEMPERATURE = 2.7255;

  private static final double PLANCK = 6.62607015e-34;
  private static final double BOLTZMANN = 1.380649e-23;
  private static final double LIGHT = 2.99792458e8;
  private static final double JANSKY = 1e26;

  private Blackbody() {}

  /** x = h nu / kT of a frequency in GHz. */
  public static double x(double gigahertz) {
    return PLANCK * gigahertz * 1e9 / (BOLTZMANN * TEMPERATURE);
  }

  /** Intensity B_nu of a black body, Jy/sr; frequency in GHz, temperature in K. */
  public static double intensity(double gigahertz, double kelvin) {
    double nu = gigahertz * 1e9;
    double exponent = PLANCK * nu / (BOLTZMANN * kelvin);
    return 2 * PLANCK * nu * nu * nu / (LIGHT * LIGHT) / Math.expm1(exponent) * JANSKY;
  }

  /** dB/dT at the temperature of the background, Jy/sr per K_CMB; frequency in GHz. */
  public static double perKelvin(double gigahertz) {
    double nu = gigahertz * 1e9;
    double x = x(gigahertz);
    double half = Math.sinh(x / 2);
    return 2 * BOLTZMANN * nu * nu / (LIGHT * LIGHT) * x * x / (4 * half * half) * JANSKY;
  }
}
