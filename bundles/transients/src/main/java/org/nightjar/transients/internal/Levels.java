package org.nightjar.transients.internal;

import java.util.Map;
import org.nightjar.api.report.Verdict;

/**
 * Where a score becomes a verdict.
 *
 * @param realFrom score from which an alert is ok
 * @param bogusBelow score below which it is junk, not above {@code realFrom}
 */
record Levels(double realFrom, double bogusBelow) {

  private static final String REAL = "real";
  private static final String BOGUS = "bogus";

  Levels {
    if (!(bogusBelow <= realFrom)) {
      throw new IllegalArgumentException(
          "bogusBelow is " + bogusBelow + ": must not be above realFrom, " + realFrom);
    }
  }

  /**
   * The levels that a model declares: {@code real} and {@code bogus}, or one of them for both, or
   * one of the output's name for both.
   *
   * @return these levels if it declares none
   */
  Levels of(Map<String, Double> thresholds, String output) {
    Double only = thresholds.get(output);
    Double real = thresholds.getOrDefault(REAL, only);
    Double bogus = thresholds.getOrDefault(BOGUS, real);
    if (bogus == null) {
      return this;
    }
    double from = real == null ? bogus : real;
    return new Levels(from, Math.min(bogus, from));
  }

  /** Compared in the score's own precision: a score written 0.9 reaches a level written 0.9. */
  Verdict of(float score) {
    if (score >= (float) realFrom) {
      return Verdict.OK;
    }
    return score < (float) bogusBelow ? Verdict.JUNK : Verdict.QUESTIONABLE;
  }

  /** Where the score lies, in words. */
  String place(float score) {
    return switch (of(score)) {
      case OK -> "at or above " + realFrom;
      case JUNK -> "below " + bogusBelow;
      default -> "between " + bogusBelow + " and " + realFrom;
    };
  }
}
