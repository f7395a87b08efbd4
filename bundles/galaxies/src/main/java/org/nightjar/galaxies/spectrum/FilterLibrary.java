package org.nightjar.galaxies.spectrum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Filters that come with the program: smooth trapezoids where the bands of SDSS, DECam, LSST, HSC,
 * Euclid and Bessell lie. Good enough to make a sky with; to compare with a survey's own photometry
 * bring its curves as {@link Filter}.
 */
@ProviderType
public final class FilterLibrary {
  private static final String FILE = "filters.csv";

  /** From 10 to 90 % a logistic edge takes 4.39 of its scales. */
  private static final double EDGE = 2 * StrictMath.log(9);

  /** Scales beyond the half from which there is nothing. */
  private static final double REACH = 9;

  private static final int STEPS = 240;

  private final Map<String, Filter> filters;

  private FilterLibrary(Map<String, Filter> filters) {
    this.filters = filters;
  }

  /** Reads the filters. */
  public static FilterLibrary load() {
    Map<String, Filter> filters = new LinkedHashMap<>();
    try (InputStream stream = FilterLibrary.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .forEach(
              row ->
                  filters.put(
                      row[0],
                      trapezoid(
                          row[0],
                          Double.parseDouble(row[1]),
                          Double.parseDouble(row[2]),
                          Double.parseDouble(row[3]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FilterLibrary(filters);
  }

  /**
   * A smooth trapezoid: the product of two logistic edges.
   *
   * @param blue wavelength of half the response, Angstrom
   * @param red that of the other side, above the blue one
   * @param edge from 10 to 90 % of the response, Angstrom, above 0
   */
  public static Filter trapezoid(String name, double blue, double red, double edge) {
    double scale = edge / EDGE;
    double from = blue - REACH * scale;
    double to = red + REACH * scale;
    double[] wavelengths = new double[STEPS + 1];
    double[] response = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double l = from + (to - from) * i / STEPS;
      wavelengths[i] = l;
      boolean end = i == 0 || i == STEPS;
      response[i] =
          end
              ? 0
              : 1
                  / (1 + StrictMath.exp((blue - l) / scale))
                  / (1 + StrictMath.exp((l - red) / scale));
    }
    return new Filter(name, wavelengths, response);
  }

  /** The filter of a name such as {@code lsst-r}. */
  public Optional<Filter> named(String name) {
    return Optional.ofNullable(filters.get(name));
  }

  /** All names. */
  public Set<String> names() {
    return Set.copyOf(filters.keySet());
  }
}
