package org.nightjar.imaging.internal.judge;

import java.util.Optional;

/**
 * A number that broke a limit.
 *
 * @param place {@code DETECTOR} or {@code DETECTOR/AMPLIFIER}
 * @param value the number
 * @param unit its unit
 * @param usual what it was compared with, for relative limits
 */
record Excess(String place, double value, String unit, Optional<UsualFrames.Usual> usual) {

  /** Such as {@code 6.1 arcsec in S1, 1.8 times the median of the last 14 good frames}. */
  String words() {
    String words = Words.number(value) + (unit.isEmpty() ? "" : " " + unit) + " in " + place;
    return usual
        .map(
            reference ->
                words
                    + " ("
                    + Words.number(value / reference.median())
                    + " times the median of the last "
                    + reference.frames()
                    + " good frames)")
        .orElse(words);
  }
}
