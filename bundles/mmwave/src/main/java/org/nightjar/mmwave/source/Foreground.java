package org.nightjar.mmwave.source;

import java.util.function.DoubleUnaryOperator;
import org.nightjar.mmwave.band.Bandpass;
import org.nightjar.mmwave.band.Blackbody;
import org.nightjar.mmwave.spectrum.AngularSpectrum;

/**
 * Gaussian fluctuations with one spectrum of intensity: the same field in all bands, scaled.
 *
 * @param name of the random stream
 * @param spectrum power at the reference frequency, uK_CMB^2 sr
 * @param reference frequency, GHz
 * @param intensity by GHz, in any unit
 */
public record Foreground(
    String name, AngularSpectrum spectrum, double reference, DoubleUnaryOperator intensity) {

  /** Intensity ~ nu^index. */
  public static Foreground powerLaw(
      String name, AngularSpectrum spectrum, double reference, double index) {
    return new Foreground(name, spectrum, reference, nu -> Math.pow(nu / reference, index));
  }

  /**
   * Clustered dusty galaxies: D = 50.6 uK^2 (ell/3000)^0.8 at 220 GHz, index 4.0 (which leaves 3.5
   * uK^2 at 150 GHz). After E. M. George et al., ApJ 799 (2015), 177; rounded.
   */
  public static Foreground clusteredDust() {
    return powerLaw("clustered", AngularSpectrum.powerLaw(50.6, 3000, 0.8), 220, 4.0);
  }

  /**
   * The sources of a population that are too faint to be drawn one by one, as white fluctuations
   * with the population's mean spectral index.
   *
   * @param population whose faintest sources are the brightest ones here
   */
  public static Foreground unresolved(SourcePopulation population) {
    double faint = population.faintest();
    double power = population.counts().poissonPower(faint * 1e-6, faint);
    double toMicrokelvin = 1e6 / Blackbody.perKelvin(population.reference());
    double constant = power * toMicrokelvin * toMicrokelvin;
    return powerLaw(
        "unresolved." + population.name(),
        ell -> constant,
        population.reference(),
        population.index());
  }

  /** Amplitude in a band over that at the reference frequency, both in K_CMB. */
  public double factor(Bandpass bandpass) {
    double here = 1e6 * intensity.applyAsDouble(reference) / Blackbody.perKelvin(reference);
    return bandpass.microkelvin(intensity) / here;
  }
}
