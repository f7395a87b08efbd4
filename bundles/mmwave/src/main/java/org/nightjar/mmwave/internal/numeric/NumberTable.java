package org.nightjar.mmwave.internal.numeric;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * The first two columns of a text: numbers separated by blanks, commas or semicolons. Lines that
 * start with {@code #} are comments.
 */
public final class NumberTable {
  /** Rows that a text may have at most. */
  public static final int LONGEST = 200_000;

  /** Characters that a line may have at most. */
  private static final int WIDEST = 4096;

  private NumberTable() {}

  /**
   * Reads all rows.
   *
   * @param text closed by the caller
   * @param place what the text is called in errors
   * @param remedy what the text should be
   * @throws NightjarException CORRUPT with the line, TOO_LARGE, UNREADABLE
   */
  public static List<double[]> read(Reader text, String place, String remedy)
      throws NightjarException {
    List<double[]> rows = new ArrayList<>();
    try {
      BufferedReader lines = new BufferedReader(text);
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
          continue;
        }
        if (rows.size() >= LONGEST || line.length() > WIDEST) {
          throw NightjarException.of(
              StandardError.TOO_LARGE,
              "more than " + LONGEST + " rows, or a row of " + line.length() + " characters",
              place,
              "thin the table out");
        }
        rows.add(row(line.strip(), place + ", line " + number, remedy));
      }
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.UNREADABLE, e.toString(), place, "look whether the file can be read");
    }
    return rows;
  }

  private static double[] row(String line, String place, String remedy) throws NightjarException {
    String[] fields = line.split("[\\s,;]+", -1);
    try {
      return new double[] {Double.parseDouble(fields[0]), Double.parseDouble(fields[1])};
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw NightjarException.of(
          StandardError.CORRUPT, "'" + line + "' does not start with two numbers", place, remedy);
    }
  }
}
