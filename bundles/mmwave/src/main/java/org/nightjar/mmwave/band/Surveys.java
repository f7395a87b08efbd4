package org.nightjar.mmwave.band;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Bands of surveys from a text: one band a line, fields separated by {@code |}: survey, band,
 * centre (GHz), width (GHz), FWHM (arcmin), depth (uK-arcmin), knee (multipole), slope, source.
 * Lines that start with {@code #} are comments. Bands are top hats, beams Gaussian.
 */
@ProviderType
public final class Surveys {
  private static final String SHIPPED = "surveys.txt";
  private static final int FIELDS = 9;
  private static final int LONGEST = 10_000;

  private final Map<String, List<Band>> surveys;

  private Surveys(Map<String, List<Band>> surveys) {
    this.surveys = surveys;
  }

  /**
   * What this bundle ships: {@code spt-3g}, {@code spt-deep}, {@code act-dr6}, {@code so-baseline},
   * {@code planck-hfi}; every line names its source and how sure it is.
   */
  public static Surveys shipped() {
    try (InputStream stream = Surveys.class.getResourceAsStream(SHIPPED)) {
      return read(new InputStreamReader(stream, StandardCharsets.UTF_8), SHIPPED);
    } catch (IOException | NightjarException e) {
      throw new IllegalStateException("the shipped " + SHIPPED + " is damaged", e);
    }
  }

  /**
   * Reads bands.
   *
   * @param text closed by the caller
   * @param place what the text is called in errors
   * @throws NightjarException BAD_CONFIGURATION with the line, UNREADABLE
   */
  public static Surveys read(Reader text, String place) throws NightjarException {
    Map<String, List<Band>> found = new LinkedHashMap<>();
    try {
      BufferedReader lines = new BufferedReader(text);
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (number > LONGEST) {
          throw bad("more than " + LONGEST + " lines", place);
        }
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] fields = line.split("\\|", -1);
        if (fields.length != FIELDS) {
          throw bad(fields.length + " fields, not " + FIELDS, place + ", line " + number);
        }
        found
            .computeIfAbsent(fields[0].strip(), name -> new ArrayList<>())
            .add(band(fields, place + ", line " + number));
      }
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.UNREADABLE, e.toString(), place, "look whether the file can be read");
    }
    return new Surveys(found);
  }

  private static Band band(String[] fields, String place) throws NightjarException {
    try {
      double[] numbers = new double[6];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Double.parseDouble(fields[i + 2].strip());
      }
      return Band.of(
          fields[1].strip(),
          Bandpass.topHat(numbers[0], numbers[1]),
          numbers[2],
          new Noise(numbers[3], numbers[4], numbers[5]),
          fields[8].strip());
    } catch (IllegalArgumentException e) {
      throw bad(e.getMessage(), place);
    }
  }

  private static NightjarException bad(String message, String place) {
    return NightjarException.of(
        StandardError.BAD_CONFIGURATION,
        message,
        place,
        "survey | band | GHz | GHz | arcmin | uK-arcmin | knee | slope | source");
  }

  /** Names of surveys, in the order of the text. */
  public List<String> names() {
    return List.copyOf(surveys.keySet());
  }

  /**
   * The bands of a survey, in the order of the text.
   *
   * @throws NightjarException NOT_FOUND, with the names there are
   */
  public List<Band> bands(String survey) throws NightjarException {
    List<Band> bands = surveys.get(survey);
    if (bands == null) {
      throw NightjarException.of(
          StandardError.NOT_FOUND,
          "there is no survey '" + survey + "'",
          "bands",
          "use one of " + names());
    }
    return List.copyOf(bands);
  }
}
