package org.nightjar.fits.internal.report;

import java.util.Locale;
import org.nightjar.api.report.Measurement;

/**
 * What a task measured: a column of a table.
 *
 * @param task name of the task
 * @param name the number's name, without its detector
 * @param unit its unit; the same name in another unit is another column
 */
record Quantity(String task, String name, String unit) {
  static Quantity of(String task, Measurement measurement) {
    String name = measurement.name();
    return new Quantity(task, name.substring(name.lastIndexOf('/') + 1), measurement.unit());
  }

  /** A name for the column: letters, digits and underscores alone, as in Parquet. */
  String column() {
    return plain(task + "_" + name);
  }

  /** A name for a second column of the same quantity. */
  String columnWithUnit() {
    return plain(column() + "_" + (unit.isEmpty() ? "none" : unit));
  }

  /** Names of columns that differ in case alone are the same to FITS. */
  static String folded(String column) {
    return column.toLowerCase(Locale.ROOT);
  }

  private static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9]+", "_");
  }
}
