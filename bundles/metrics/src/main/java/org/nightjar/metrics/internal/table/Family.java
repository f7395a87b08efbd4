package org.nightjar.metrics.internal.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All series of one name that are one sort of meter. Guarded by the table's lock. */
final class Family {
  private final Map<LabelSet, Series> series = new LinkedHashMap<>();
  private Definition definition;

  Family(Definition definition) {
    this.definition = definition;
  }

  Definition definition() {
    return definition;
  }

  /** The newest bundle describes it best. */
  void describe(Definition newer) {
    definition = newer;
  }

  Collection<Series> all() {
    return series.values();
  }

  Optional<Series> with(LabelSet labels) {
    return Optional.ofNullable(series.get(labels));
  }

  Series add(LabelSet labels) {
    Series added = new Series(this, labels);
    series.put(labels, added);
    return added;
  }

  /** Whether it was there. */
  boolean remove(Series gone) {
    return series.remove(gone.labels(), gone);
  }
}
