package org.nightjar.simulation.internal.plan;

import java.util.Arrays;
import java.util.List;

/**
 * What a row must fulfil.
 *
 * @param column one number in each row
 * @param test how it is compared
 * @param bounds what it is compared with, in the column's unit
 */
public record Condition(Column column, Test test, List<Double> bounds) {
  /** How a number is compared. NaN fulfils nothing but {@code finite: false}. */
  public enum Test {
    /** Greater than. */
    ABOVE("above"),
    /** Less than. */
    BELOW("below"),
    /** Greater or equal. */
    AT_LEAST("at-least"),
    /** Less or equal. */
    AT_MOST("at-most"),
    /** Within two bounds, which belong to it. */
    BETWEEN("between"),
    /** One of several. */
    IN("in"),
    /** None of several. */
    NOT_IN("not-in"),
    /** Finite (bound 1) or not (bound 0). */
    FINITE("finite");

    private final String word;

    Test(String word) {
      this.word = word;
    }

    /** As descriptions spell it. */
    public String word() {
      return word;
    }

    /** The words there are. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Test::word).toList();
    }
  }

  /** Copies the list. */
  public Condition {
    bounds = List.copyOf(bounds);
  }

  /** Whether a number fulfils it. */
  public boolean holds(double value) {
    return switch (test) {
      case ABOVE -> value > bounds.get(0);
      case BELOW -> value < bounds.get(0);
      case AT_LEAST -> value >= bounds.get(0);
      case AT_MOST -> value <= bounds.get(0);
      case BETWEEN -> value >= bounds.get(0) && value <= bounds.get(1);
      case IN -> bounds.contains(value);
      case NOT_IN -> !Double.isNaN(value) && !bounds.contains(value);
      case FINITE -> Double.isFinite(value) == (bounds.get(0) != 0);
    };
  }
}
