package org.nightjar.imaging.internal.judge;

import java.util.OptionalDouble;
import org.nightjar.api.report.Verdict;

/**
 * How far a number may go.
 *
 * @param sense on which side it is bad
 * @param warning from where it is questionable; NaN for nowhere
 * @param alarm from where it is junk; NaN for nowhere
 * @param relative whether both are multiples of the running reference
 */
public record Limit(Sense sense, double warning, double alarm, boolean relative) {

  /** On which side a number is bad. */
  public enum Sense {
    /** From the limit on; but nothing at all is never too much, even where the limit is zero. */
    FROM("too large"),
    /** Beyond it. */
    ABOVE("too large"),
    /** Short of it. */
    BELOW("too small");

    private final String words;

    Sense(String words) {
      this.words = words;
    }

    /** What a bad number is. */
    String words() {
      return words;
    }
  }

  /**
   * What follows for a value. One that could not be measured breaks no limit; a relative one is not
   * broken where there is no reference, or where that is not above zero.
   */
  Verdict of(double value, OptionalDouble reference) {
    if (relative && !(reference.orElse(Double.NaN) > 0)) {
      return Verdict.OK;
    }
    double scale = relative ? reference.orElseThrow() : 1;
    if (breaks(value, alarm * scale)) {
      return Verdict.JUNK;
    }
    return breaks(value, warning * scale) ? Verdict.QUESTIONABLE : Verdict.OK;
  }

  /** The limit that a verdict comes from, in words. */
  String words(Verdict verdict, String unit) {
    double level = verdict == Verdict.JUNK ? alarm : warning;
    String name = verdict == Verdict.JUNK ? "alarm limit " : "warning limit ";
    return name + Words.number(level) + (relative ? " times" : unit.isEmpty() ? "" : " " + unit);
  }

  private boolean breaks(double value, double level) {
    return switch (sense) {
      case FROM -> value > 0 && value >= level;
      case ABOVE -> value > level;
      case BELOW -> value < level;
    };
  }
}
