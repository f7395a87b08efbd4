package org.nightjar.galaxies.merger;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Rates of mergers of compact binaries that go with the blue luminosity of a galaxy. The table is
 * per 10^10 blue solar luminosities (of 2.16e33 erg/s each) and per million years; SkyPy gives the
 * same numbers per year.
 *
 * <p>Source: J. Abadie et al., Class. Quantum Grav. 27 (2010), 173001, table III.
 *
 * @param perMyr mergers per million years and 10^10 blue solar luminosities
 */
@ProviderType
public record MergerRate(double perMyr) {
  /** The Sun's blue luminosity as the paper has it, erg/s. */
  public static final double BLUE_SUN = 2.16e33;

  /** The Sun's luminosity at all wavelengths, erg/s: resolution B3 of the IAU, 2015. */
  public static final double SUN = 3.828e33;

  private static final double UNIT = 1e10;

  private static final Map<String, Map<String, Double>> TABLE =
      Map.of(
          "NS-NS", Map.of("low", 0.6, "realistic", 60.0, "high", 600.0, "max", 2000.0),
          "NS-BH", Map.of("low", 0.03, "realistic", 2.0, "high", 60.0),
          "BH-BH", Map.of("low", 0.006, "realistic", 0.2, "high", 20.0));

  /**
   * A rate of the table.
   *
   * @param population {@code NS-NS}, {@code NS-BH} or {@code BH-BH}
   * @param optimism {@code low}, {@code realistic} or {@code high}; for neutron stars also {@code
   *     max}
   * @return empty if the table has no such rate
   */
  public static Optional<MergerRate> of(String population, String optimism) {
    return Optional.ofNullable(TABLE.getOrDefault(population, Map.of()).get(optimism))
        .map(MergerRate::new);
  }

  /** Mergers per million years in a galaxy of a luminosity in blue solar ones. */
  public double inBlueSuns(double luminosity) {
    return perMyr * luminosity / UNIT;
  }

  /** Mergers per million years in a galaxy of a blue luminosity in erg/s. */
  public double inErgPerSecond(double luminosity) {
    return inBlueSuns(luminosity / BLUE_SUN);
  }

  /** Mergers per million years in a galaxy of a blue luminosity in (bolometric) solar ones. */
  public double inSuns(double luminosity) {
    return inErgPerSecond(luminosity * SUN);
  }
}
