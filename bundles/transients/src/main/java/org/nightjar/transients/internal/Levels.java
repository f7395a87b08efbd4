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
   * The levels that a model declares: {@code real} and {@code bogus}, or one of the output's name,
   * which is both. Of two levels of which it declares one, the other is this one's, moved where
   * they would cross.
   */
  Levels of(Map<String, Double> thresholds, String output) {
    Double both = thresholds.get(output);
    if (both != null) {
      return new Levels(both, both);
    }
    Double real = thresholds.get(REAL);
    Double bogus = thresholds.get(BOGUS);
    if (real != null) {
      return new Levels(real, Math.min(real, bogus == null ? bogusBelow : bogus));
    }
    return bogus == null ? this : new Levels(Math.max(realFrom, bogus), bogus);
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
