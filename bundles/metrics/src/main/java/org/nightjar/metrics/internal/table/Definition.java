package org.nightjar.metrics.internal.table;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * What the meters of one name have in common.
 *
 * @param kind what sort of meter
 * @param name what it is called for Prometheus, without the {@code _total} of a counter
 * @param description one sentence
 * @param bounds of the buckets, ascending; empty unless it is a distribution
 */
public record Definition(Kind kind, MeterName name, String description, List<Double> bounds) {
  private static final int MOST_BOUNDS = 100;

  /** Checks the bounds. */
  public Definition {
    Objects.requireNonNull(description, "description");
    bounds = List.copyOf(bounds);
    if (kind == Kind.DISTRIBUTION && (bounds.isEmpty() || bounds.size() > MOST_BOUNDS)) {
      throw new IllegalArgumentException(
          name + " has " + bounds.size() + " bounds, but must have 1 to " + MOST_BOUNDS);
    }
    for (int i = 0; i < bounds.size(); i++) {
      if (!Double.isFinite(bounds.get(i)) || i > 0 && bounds.get(i) <= bounds.get(i - 1)) {
        throw new IllegalArgumentException(
            "The bounds of " + name + " must be finite and ascending, not " + bounds);
      }
    }
  }

  static Definition of(Kind kind, String name, String description, String unit, double... bounds) {
    return new Definition(
        kind, MeterName.of(name, unit), description, DoubleStream.of(bounds).boxed().toList());
  }

  /** Whether values of one can be added to values of the other. */
  boolean fits(Definition other) {
    return kind == other.kind && bounds.equals(other.bounds);
  }

  double[] upperBounds() {
    return bounds.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
