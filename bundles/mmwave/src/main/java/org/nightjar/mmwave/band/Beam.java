package org.nightjar.mmwave.band;

import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.mmwave.internal.numeric.NumberTable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How a round beam damps waves: 1 at ell = 0, so that what a map holds in total is kept. The window
 * of square pixels is not in it.
 */
@ConsumerType
@FunctionalInterface
public interface Beam {
  /** Factor on the amplitude of a multipole. */
  double at(double ell);

  /**
   * exp(-ell^2 sigma^2 / 2), sigma = fwhm / sqrt(8 ln 2).
   *
   * @param fwhmArcmin full width at half maximum, arcminutes; 0 for no beam
   */
  static Beam gaussian(double fwhmArcmin) {
    if (!(fwhmArcmin >= 0)) {
      throw new IllegalArgumentException("a beam of " + fwhmArcmin + " arcmin");
    }
    double sigma = fwhmArcmin * Math.PI / 180 / 60 / Math.sqrt(8 * Math.log(2));
    return ell -> Math.exp(-0.5 * ell * ell * sigma * sigma);
  }

  /**
   * From a table, linear between entries, divided by its first one; beyond the last it stays zero.
   *
   * @param ells rising from 0
   * @param values the first above 0
   */
  static Beam table(double[] ells, double[] values) {
    if (ells.length != values.length || ells.length < 2 || ells[0] != 0 || !(values[0] > 0)) {
      throw new IllegalArgumentException("a beam wants ell from 0 on and a value for each");
    }
    for (int i = 1; i < ells.length; i++) {
      if (!(ells[i] > ells[i - 1] && Double.isFinite(values[i]))) {
        throw new IllegalArgumentException(
            "beam at entry " + i + ": " + ells[i] + ", " + values[i]);
      }
    }
    double[] at = ells.clone();
    double[] factors = Arrays.stream(values).map(value -> value / values[0]).toArray();
    return ell -> {
      int place = Arrays.binarySearch(at, ell);
      if (place >= 0) {
        return factors[place];
      }
      int above = -place - 1;
      if (above >= at.length) {
        return 0;
      }
      double part = (ell - at[above - 1]) / (at[above] - at[above - 1]);
      return factors[above - 1] + part * (factors[above] - factors[above - 1]);
    };
  }

  /**
   * Reads a text of two or more columns, ell from 0 on and the beam; further columns are ignored.
   *
   * @param text closed by the caller
   * @param place what the text is called in errors, such as the file's name
   * @throws NightjarException CORRUPT, TOO_LARGE, UNREADABLE
   */
  static Beam read(Reader text, String place) throws NightjarException {
    String remedy = "give columns ell, rising from 0, and B_ell";
    List<double[]> rows = NumberTable.read(text, place, remedy);
    try {
      return table(
          rows.stream().mapToDouble(row -> row[0]).toArray(),
          rows.stream().mapToDouble(row -> row[1]).toArray());
    } catch (IllegalArgumentException e) {
      throw NightjarException.of(StandardError.CORRUPT, e.getMessage(), place, remedy);
    }
  }
}
