package org.nightjar.api.profile;

import java.util.Objects;

/**
 * How far a measured number may go: up to the warning all is well, beyond it the product is
 * questionable, beyond the alarm it is junk.
 *
 * @param sense on which side the number is bad
 * @param absolute limits in the number's own unit
 * @param relative limits as multiples of the running reference, the median over the last good
 *     frames
 */
public record Threshold(Sense sense, Limits absolute, Limits relative) {
  /** Refuses nulls and warnings that lie outside their alarms. */
  public Threshold {
    Objects.requireNonNull(sense, "sense");
    require(sense, absolute);
    require(sense, relative);
  }

  private static void require(Sense sense, Limits limits) {
    boolean outside =
        sense == Sense.ABOVE ? limits.warning > limits.alarm : limits.warning < limits.alarm;
    if (outside) {
      throw new IllegalArgumentException(
          "the warning " + limits.warning + " lies outside the alarm " + limits.alarm);
    }
  }

  /** On which side a number is bad. */
  public enum Sense {
    /** Large numbers are. */
    ABOVE,
    /** Small numbers are. */
    BELOW
  }

  /**
   * Two limits.
   *
   * @param warning the inner one; NaN for none
   * @param alarm the outer one; NaN for none
   */
  public record Limits(double warning, double alarm) {
    /** No limits. */
    public static final Limits NONE = new Limits(Double.NaN, Double.NaN);
  }
}
