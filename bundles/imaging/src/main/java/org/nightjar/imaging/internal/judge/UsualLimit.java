package org.nightjar.imaging.internal.judge;

import java.util.Set;
import org.nightjar.imaging.internal.frame.FrameType;
import org.nightjar.imaging.internal.measure.Quantity;

/**
 * A limit that holds where the profile sets none.
 *
 * @param quantity of which number
 * @param limit how far it may go
 * @param types in frames of which types
 */
public record UsualLimit(Quantity quantity, Limit limit, Set<FrameType> types) {

  /** Copies the set. */
  public UsualLimit {
    types = Set.copyOf(types);
  }

  /** A part of the pixels, bad from a level on, in frames of every type. */
  public static UsualLimit fraction(Quantity quantity, double questionable, double junk) {
    if (!(questionable >= 0 && questionable <= 1) || !(junk >= 0 && junk <= 1)) {
      throw new IllegalArgumentException(
          quantity.measurement()
              + ": the levels "
              + questionable
              + " (questionable) and "
              + junk
              + " (junk) must lie in 0 to 1");
    }
    return new UsualLimit(
        quantity,
        new Limit(Limit.Sense.FROM, questionable, junk, false),
        Set.of(FrameType.values()));
  }

  /** A number that is questionable above a level; none if that is zero. */
  public static UsualLimit most(Quantity quantity, double level, FrameType... types) {
    return new UsualLimit(
        quantity,
        new Limit(Limit.Sense.ABOVE, level > 0 ? level : Double.NaN, Double.NaN, false),
        Set.of(types));
  }

  /** A number that is questionable below a level. */
  public static UsualLimit least(Quantity quantity, double level, FrameType... types) {
    return new UsualLimit(
        quantity, new Limit(Limit.Sense.BELOW, level, Double.NaN, false), Set.of(types));
  }
}
