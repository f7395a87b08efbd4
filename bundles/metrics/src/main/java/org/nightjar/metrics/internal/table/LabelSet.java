package org.nightjar.metrics.internal.table;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Labels of one meter, in the order of their names.
 *
 * @param pairs names and values
 */
public record LabelSet(SortedMap<String, String> pairs) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final int MOST_LABELS = 10;
  private static final int LONGEST_VALUE = 200;

  /** The name under which Prometheus keeps the bounds of buckets. */
  private static final String BOUND = "le";

  static LabelSet of(Map<String, String> labels) {
    if (labels.size() > MOST_LABELS) {
      throw new IllegalArgumentException(
          labels.size() + " labels are more than " + MOST_LABELS + ": " + labels.keySet());
    }
    SortedMap<String, String> pairs = new TreeMap<>();
    labels.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches() || name.contains("__") || name.equals(BOUND)) {
            throw new IllegalArgumentException("'" + name + "' is no name for a label");
          }
          pairs.put(name, value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
        });
    return new LabelSet(Collections.unmodifiableSortedMap(pairs));
  }
}
