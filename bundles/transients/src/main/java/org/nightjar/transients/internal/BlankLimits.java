package org.nightjar.transients.internal;

/**
 * How much of a stamp may be blank.
 *
 * @param questionable part of any stamp from which an alert is questionable, in [0, 1]
 * @param junk part of every stamp from which it is junk, in [0, 1]
 */
record BlankLimits(double questionable, double junk) {

  BlankLimits {
    if (!(questionable >= 0 && questionable <= 1) || !(junk >= 0 && junk <= 1)) {
      throw new IllegalArgumentException(
          "questionableBlankFraction "
              + questionable
              + " and junkBlankFraction "
              + junk
              + " must lie in 0 to 1");
    }
  }
}
