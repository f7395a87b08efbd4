package org.nightjar.galaxies.survey;

import java.util.Arrays;
import java.util.Optional;
import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Bands with the Sun's absolute AB magnitude, to turn magnitudes into solar luminosities.
 *
 * <p>Source: C. N. A. Willmer, ApJS 236 (2018), 47, table 3 (Johnson U, B, V; Cousins R, I).
 */
@ProviderType
public enum SolarBand {
  /** Johnson U. */
  U(6.33),
  /** Johnson B. */
  B(5.31),
  /** Johnson V. */
  V(4.80),
  /** Cousins R. */
  R(4.60),
  /** Cousins I. */
  I(4.51);

  private final double magnitude;

  SolarBand(double magnitude) {
    this.magnitude = magnitude;
  }

  /** The band of this name, such as {@code B}, if there is one. */
  public static Optional<SolarBand> named(String name) {
    return Arrays.stream(values()).filter(band -> band.name().equals(name)).findFirst();
  }

  /** The Sun's absolute magnitude. */
  public double magnitude() {
    return magnitude;
  }

  /** Luminosity of an absolute magnitude in this band, in the Sun's of this band. */
  public double luminosity(double absolute) {
    return luminosity(absolute, -magnitude);
  }

  /** Absolute magnitude of a luminosity in the Sun's of this band. */
  public double absoluteMagnitude(double luminosity) {
    return absoluteMagnitude(luminosity, -magnitude);
  }

  /**
   * 10^(-0.4 (M + zero point)).
   *
   * @param zeroPoint minus the absolute magnitude of unit luminosity
   */
  public static double luminosity(double absolute, double zeroPoint) {
    return Elementary.exp10(-0.4 * (absolute + zeroPoint));
  }

  /** The inverse of {@link #luminosity(double, double)}. */
  public static double absoluteMagnitude(double luminosity, double zeroPoint) {
    return -2.5 * StrictMath.log10(luminosity) - zeroPoint;
  }
}
