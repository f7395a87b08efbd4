package org.nightjar.lensing.mass;

/** Says no to parameters that mean nothing. */
final class Ranges {
  private Ranges() {}

  static void above0(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " of " + value + ": it is above 0");
    }
  }

  static void atLeast0(String what, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " of " + value + ": it is at least 0");
    }
  }

  static void slope(double gamma) {
    if (!(gamma > 1 && gamma < 3)) {
      throw new IllegalArgumentException(
          "a slope of " + gamma + ": it is above 1 and below 3, 2 is isothermal");
    }
  }
}
