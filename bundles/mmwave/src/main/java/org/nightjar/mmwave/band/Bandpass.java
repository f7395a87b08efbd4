package org.nightjar.mmwave.band;

import java.util.function.DoubleUnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How strongly a detector answers to intensity by frequency, the area times solid angle of its
 * optics included ("response-like", as in Planck 2013 results IX, A&amp;A 571, A9, section 3.2),
 * for a source that fills the beam. The scale does not matter. Maps are calibrated on the
 * background, so that averages are weighted with dB/dT.
 */
@ProviderType
public final class Bandpass {
  private static final int TOP_HAT_SAMPLES = 65;

  private final double[] frequencies;
  private final double[] weights;

  private Bandpass(double[] frequencies, double[] response) {
    this.frequencies = frequencies;
    weights = new double[frequencies.length];
    for (int i = 0; i < weights.length; i++) {
      double below = i > 0 ? frequencies[i] - frequencies[i - 1] : 0;
      double above = i < weights.length - 1 ? frequencies[i + 1] - frequencies[i] : 0;
      weights[i] = weights.length == 1 ? response[0] : response[i] * (below + above) / 2;
    }
  }

  /** One frequency alone, GHz. */
  public static Bandpass at(double gigahertz) {
    return table(new double[] {gigahertz}, new double[] {1});
  }

  /**
   * The same response over a range.
   *
   * @param centre middle of the range, GHz
   * @param width from end to end, GHz; 0 for one frequency alone
   */
  public static Bandpass topHat(double centre, double width) {
    if (!(width >= 0 && width < 2 * centre)) {
      throw new IllegalArgumentException("band at " + centre + " GHz, " + width + " GHz wide");
    }
    if (width == 0) {
      return at(centre);
    }
    double[] frequencies = new double[TOP_HAT_SAMPLES];
    double[] response = new double[TOP_HAT_SAMPLES];
    for (int i = 0; i < TOP_HAT_SAMPLES; i++) {
      frequencies[i] = centre + width * ((double) i / (TOP_HAT_SAMPLES - 1) - 0.5);
      response[i] = 1;
    }
    return new Bandpass(frequencies, response);
  }

  /**
   * From a table.
   *
   * @param frequencies GHz, rising
   * @param response in any unit
   */
  public static Bandpass table(double[] frequencies, double[] response) {
    if (frequencies.length == 0 || frequencies.length != response.length) {
      throw new IllegalArgumentException(
          frequencies.length + " frequencies, " + response.length + " responses");
    }
    for (int i = 0; i < frequencies.length; i++) {
      if (!(frequencies[i] > (i == 0 ? 0 : frequencies[i - 1]))) {
        throw new IllegalArgumentException(
            "frequencies must be above 0 and rise: " + frequencies[i]);
      }
    }
    return new Bandpass(frequencies.clone(), response.clone());
  }

  /**
   * The average of a spectrum given in units of temperature of the background.
   *
   * @param spectrum of a frequency in GHz; for the thermal effect of clusters g(x)
   */
  public double average(DoubleUnaryOperator spectrum) {
    return ratio(nu -> spectrum.applyAsDouble(nu) * Blackbody.perKelvin(nu));
  }

  /**
   * What a spectrum of intensity looks like in a map.
   *
   * @param intensity Jy/sr by frequency in GHz
   * @return uK_CMB
   */
  public double microkelvin(DoubleUnaryOperator intensity) {
    return 1e6 * ratio(intensity);
  }

  private double ratio(DoubleUnaryOperator intensity) {
    double sum = 0;
    double norm = 0;
    for (int i = 0; i < frequencies.length; i++) {
      sum += weights[i] * intensity.applyAsDouble(frequencies[i]);
      norm += weights[i] * Blackbody.perKelvin(frequencies[i]);
    }
    return sum / norm;
  }

  /** Mean frequency of the response, GHz. */
  public double centre() {
    double sum = 0;
    double norm = 0;
    for (int i = 0; i < frequencies.length; i++) {
      sum += weights[i] * frequencies[i];
      norm += weights[i];
    }
    return sum / norm;
  }

  /**
   * The one frequency at which a spectrum has the value of its average over the band.
   *
   * @param spectrum in units of temperature of the background by GHz; should rise or fall
   *     throughout the band
   * @return GHz; the centre if there is no such frequency
   */
  public double effectiveFrequency(DoubleUnaryOperator spectrum) {
    double wanted = average(spectrum);
    double low = frequencies[0];
    double high = frequencies[frequencies.length - 1];
    double atLow = spectrum.applyAsDouble(low) - wanted;
    if (atLow * (spectrum.applyAsDouble(high) - wanted) >= 0) {
      return centre();
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if ((spectrum.applyAsDouble(middle) - wanted) * atLow > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
