package org.nightjar.metrics.internal.table;

import java.util.List;

/**
 * What there is to read of one name.
 *
 * @param definition what its series have in common
 * @param series the series; reading them calls foreign code
 */
public record FamilyValues(Definition definition, List<Series> series) {
  /** Copies the list. */
  public FamilyValues {
    series = List.copyOf(series);
  }
}
