package org.nightjar.metrics.internal.table;

/** What sort of meter. */
public enum Kind {
  COUNTER,
  GAUGE,
  DISTRIBUTION
}
