package org.nightjar.api.simulation;

/**
 * The numbers that make sense.
 *
 * @param least lower bound; minus infinity for none
 * @param withLeast whether the lower bound itself is allowed
 * @param most upper bound; infinity for none
 * @param withMost whether the upper bound itself is allowed
 */
public record Range(double least, boolean withLeast, double most, boolean withMost) {
  /** Refuses what holds no number. */
  public Range {
    if (!(least <= most)) {
      throw new IllegalArgumentException("a range from " + least + " to " + most);
    }
  }

  /** Any finite number. */
  public static Range any() {
    return new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
  }

  /** Above 0. */
  public static Range positive() {
    return new Range(0, false, Double.POSITIVE_INFINITY, false);
  }

  /** 0 or more. */
  public static Range atLeastZero() {
    return new Range(0, true, Double.POSITIVE_INFINITY, false);
  }

  /** Between two bounds, both allowed. */
  public static Range of(double least, double most) {
    return new Range(least, true, most, true);
  }

  /** Whether a number lies in here; NaN does not. */
  public boolean holds(double value) {
    return (value > least || (withLeast && value == least))
        && (value < most || (withMost && value == most));
  }

  /** In words, such as {@code above 0, at most 1}. */
  public String words() {
    String lower = Double.isInfinite(least) ? "" : (withLeast ? "at least " : "above ") + least;
    String upper = Double.isInfinite(most) ? "" : (withMost ? "at most " : "below ") + most;
    if (lower.isEmpty() && upper.isEmpty()) {
      return "any finite number";
    }
    return lower + (lower.isEmpty() || upper.isEmpty() ? "" : ", ") + upper;
  }
}
