package org.nightjar.mmwave.spectrum;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.mmwave.internal.numeric.NumberTable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A power spectrum from a table. Between entries D_ell is linear in ell; below the first entry
 * D_ell stays as it is there (no power below ell = 1), above the last one there is no power.
 */
@ProviderType
public final class TabulatedSpectrum implements AngularSpectrum {
  private static final String REMEDY = "give columns ell and C_ell or D_ell";

  private final double[] ells;
  private final double[] scaled;

  private TabulatedSpectrum(double[] ells, double[] scaled) {
    this.ells = ells;
    this.scaled = scaled;
  }

  /**
   * From arrays.
   *
   * @param ells multipoles, rising, at least 1
   * @param values D_ell, uK^2, at least 0
   */
  public static TabulatedSpectrum ofScaled(double[] ells, double[] values) {
    if (ells.length != values.length || ells.length == 0) {
      throw new IllegalArgumentException(ells.length + " multipoles, " + values.length + " values");
    }
    for (int i = 0; i < ells.length; i++) {
      if (!(ells[i] >= 1 && values[i] >= 0) || (i > 0 && !(ells[i] > ells[i - 1]))) {
        throw new IllegalArgumentException("entry " + i + ": " + ells[i] + ", " + values[i]);
      }
    }
    return new TabulatedSpectrum(ells.clone(), values.clone());
  }

  /** From arrays of ell and C_ell, uK^2 sr. */
  public static TabulatedSpectrum ofPower(double[] ells, double[] values) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < Math.min(ells.length, values.length); i++) {
      scaled[i] = values[i] * ells[i] * (ells[i] + 1) / (2 * Math.PI);
    }
    return ofScaled(ells, scaled);
  }

  /**
   * Reads a text of two or more columns, separated by blanks or commas: ell and the spectrum of
   * temperature; further columns are ignored, so that files of CAMB and CLASS can be read. Lines
   * that start with {@code #} are comments, entries below ell = 1 are skipped.
   *
   * @param text closed by the caller
   * @param form what the second column is
   * @param place what the text is called in errors, such as the file's name
   * @throws NightjarException CORRUPT with the line, TOO_LARGE, UNREADABLE
   */
  public static TabulatedSpectrum read(Reader text, Form form, String place)
      throws NightjarException {
    List<double[]> rows = new ArrayList<>();
    for (double[] row : NumberTable.read(text, place, REMEDY)) {
      if (!(row[0] < 1)) {
        rows.add(new double[] {row[0], form.scaled(row[0], row[1])});
      }
    }
    return checked(rows, place);
  }

  private static TabulatedSpectrum checked(List<double[]> rows, String place)
      throws NightjarException {
    double[] ells = rows.stream().mapToDouble(row -> row[0]).toArray();
    double[] values = rows.stream().mapToDouble(row -> row[1]).toArray();
    try {
      return ofScaled(ells, values);
    } catch (IllegalArgumentException e) {
      throw NightjarException.of(
          StandardError.CORRUPT,
          "multipoles must rise, power be at least 0: " + e.getMessage(),
          place,
          REMEDY);
    }
  }

  @Override
  public double at(double ell) {
    return ell < 1 ? 0 : scaled(ell) * 2 * Math.PI / (ell * (ell + 1));
  }

  @Override
  public double scaled(double ell) {
    int last = ells.length - 1;
    if (ell < 1 || ell > ells[last]) {
      return 0;
    }
    if (ell <= ells[0]) {
      return scaled[0];
    }
    int place = Arrays.binarySearch(ells, ell);
    if (place >= 0) {
      return scaled[place];
    }
    int above = -place - 1;
    double part = (ell - ells[above - 1]) / (ells[above] - ells[above - 1]);
    return scaled[above - 1] + part * (scaled[above] - scaled[above - 1]);
  }

  /** What a column of a table holds. */
  public enum Form {
    /** C_ell, uK^2. */
    POWER_MICROKELVIN,
    /** ell (ell + 1) C_ell / (2 pi), uK^2. */
    SCALED_MICROKELVIN,
    /** C_ell, K^2. */
    POWER_KELVIN,
    /** ell (ell + 1) C_ell / (2 pi) in units of the mean temperature squared, 2.7255 K. */
    SCALED_RELATIVE;

    private double scaled(double ell, double value) {
      double toScaled = ell * (ell + 1) / (2 * Math.PI);
      return switch (this) {
        case POWER_MICROKELVIN -> value * toScaled;
        case SCALED_MICROKELVIN -> value;
        case POWER_KELVIN -> value * toScaled * 1e12;
        case SCALED_RELATIVE -> value * 2.7255e6 * 2.7255e6;
      };
    }
  }
}
