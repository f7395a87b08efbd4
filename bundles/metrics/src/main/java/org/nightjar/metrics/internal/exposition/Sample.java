package org.nightjar.metrics.internal.exposition;

import java.util.Map;

/**
 * One value.
 *
 * @param name as Prometheus has it
 * @param type counter, gauge, histogram or summary
 * @param labels names and values, in the order of the names
 * @param value NaN if unknown
 */
record Sample(String name, String type, Map<String, String> labels, double value) {
  private static final String BUCKET = "_bucket";

  /** Whether it says how many values were not above a bound. */
  boolean bucket() {
    return type.equals("histogram") && name.endsWith(BUCKET);
  }
}
