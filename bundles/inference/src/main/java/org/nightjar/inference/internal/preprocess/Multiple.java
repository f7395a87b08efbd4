package org.nightjar.inference.internal.preprocess;

import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;

/**
 * Lengthens rows and columns to the next multiple of a number. Networks that halve the image
 * several times and put the pieces together again take no other sizes.
 *
 * @param of the number
 * @param side where the new pixels go, as in {@link Pad}
 * @param border what they are
 */
public record Multiple(int of, Side side, Border border) implements Step {
  @Override
  public boolean resizes() {
    return true;
  }

  @Override
  public void apply(Plane plane, int channel, Consumer<String> notes) throws NightjarException {
    Pad.lengthen(plane, up(plane.rows()), up(plane.columns()), side, border, notes);
  }

  // No overflow: an extent is at most 2^24, the number at most 2^12.
  private int up(int extent) {
    return (extent + of - 1) / of * of;
  }
}
