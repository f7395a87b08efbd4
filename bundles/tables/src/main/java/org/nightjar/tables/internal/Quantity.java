package org.nightjar.tables.internal;

import java.util.Map;

/**
 * What a task measured: a column of the table of measurements.
 *
 * @param task name of the task
 * @param name the number's name, without its detector
 * @param unit its unit; the same name in another unit is another column
 */
record Quantity(String task, String name, String unit) {
  /** Words of the IVOA's UCD1+ 1.5 for names that tasks here use. */
  private static final Map<String, String> UCDS =
      Map.of(
          "background", "instr.skyLevel",
          "noise", "stat.stdev;instr.skyLevel",
          "seeing", "instr.obsty.seeing",
          "seeingArcsec", "instr.obsty.seeing",
          "ellipticity", "src.ellipticity;stat.median",
          "sources", "meta.number;src",
          "stars", "meta.number;src",
          "pixels", "meta.number;instr.pixel",
          "saturatedPixels", "meta.number;instr.saturation",
          "skyBrightness", "phot.mag.sb;instr.background");

  static Quantity of(String task, String name, String unit) {
    return new Quantity(task, name.substring(name.lastIndexOf('/') + 1), unit);
  }

  String ucd() {
    return UCDS.getOrDefault(name, "");
  }

  /** A name for the column: letters, digits and underscores alone. */
  String column() {
    return plain(task + "_" + name);
  }

  /** A name for a second column of the same quantity. */
  String columnWithUnit() {
    return plain(column() + "_" + (unit.isEmpty() ? "none" : unit));
  }

  private static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9]+", "_");
  }
}
