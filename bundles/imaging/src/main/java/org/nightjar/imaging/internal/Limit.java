package org.nightjar.imaging.internal;

import org.nightjar.api.report.Verdict;

/**
 * How far a number may go.
 *
 * @param quantity which number
 * @param sense on which side it is bad
 * @param questionable from where it is questionable; NaN for nowhere
 * @param junk from where it is junk; NaN for nowhere
 * @param scienceOnly whether frames without stars are spared
 */
record Limit(
    Quantity quantity, Sense sense, double questionable, double junk, boolean scienceOnly) {

  /** On which side a number is bad. */
  enum Sense {
    FROM,
    ABOVE,
    BELOW
  }

  /** A part of the pixels, bad from a level on. */
  static Limit fraction(Quantity quantity, double questionable, double junk) {
    if (!(questionable >= 0 && questionable <= 1) || !(junk >= 0 && junk <= 1)) {
      throw new IllegalArgumentException(
          quantity.measurement()
              + ": the levels "
              + questionable
              + " (questionable) and "
              + junk
              + " (junk) must lie in 0 to 1");
    }
    return new Limit(quantity, Sense.FROM, questionable, junk, false);
  }

  /** A number of science frames that is questionable above a level; none if that is zero. */
  static Limit most(Quantity quantity, double level) {
    return new Limit(quantity, Sense.ABOVE, level > 0 ? level : Double.NaN, Double.NaN, true);
  }

  /** A number of science frames that is questionable below a level. */
  static Limit fewest(Quantity quantity, double level) {
    return new Limit(quantity, Sense.BELOW, level, Double.NaN, true);
  }

  /** What follows for a value; a value that could not be measured breaks no limit. */
  Verdict of(double value) {
    if (breaks(value, junk)) {
      return Verdict.JUNK;
    }
    return breaks(value, questionable) ? Verdict.QUESTIONABLE : Verdict.OK;
  }

  /** The level that a verdict comes from, in words. */
  String level(Verdict verdict) {
    double level = verdict == Verdict.JUNK ? junk : questionable;
    return switch (sense) {
      case FROM -> "at or above " + level;
      case ABOVE -> "above " + level;
      case BELOW -> "below " + level;
    };
  }

  /** Nothing blank, dead or saturated is never too much, even where the level is zero. */
  private boolean breaks(double value, double level) {
    return switch (sense) {
      case FROM -> value > 0 && value >= level;
      case ABOVE -> value > level;
      case BELOW -> value < level;
    };
  }
}
