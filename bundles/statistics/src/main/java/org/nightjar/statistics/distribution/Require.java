package org.nightjar.statistics.distribution;

/** Arguments that distributions can work with. */
final class Require {
  private Require() {}

  /** The value, if it is a finite number above 0. */
  static double positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " is " + value + ", not a finite number above 0");
    }
    return value;
  }

  /** The value, if it is a finite number. */
  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is " + value + ", not a finite number");
    }
    return value;
  }

  /** Nothing, if the interval is one. */
  static void interval(double min, double max) {
    if (!(min < max)) {
      throw new IllegalArgumentException("no interval from " + min + " to " + max);
    }
  }
}
