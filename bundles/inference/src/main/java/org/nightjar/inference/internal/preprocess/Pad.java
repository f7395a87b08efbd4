package org.nightjar.inference.internal.preprocess;

import java.util.Locale;
import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;

/**
 * Lengthens each axis that is too short; a longer one stays.
 *
 * @param rows least rows
 * @param columns least columns
 * @param side where the new pixels go: {@code END} is below and to the right of the image in array
 *     order, {@code CENTRE} on all sides
 * @param value what they are
 */
public record Pad(int rows, int columns, Side side, double value) implements Step {
  @Override
  public boolean resizes() {
    return true;
  }

  @Override
  public void apply(Plane plane, int channel, Consumer<String> notes) throws NightjarException {
    lengthen(
        plane,
        Math.max(rows, plane.rows()),
        Math.max(columns, plane.columns()),
        side,
        Border.of(value),
        notes);
  }

  /** Pads to this size, which is not smaller, and says so if it is larger. */
  static void lengthen(
      Plane plane, int height, int width, Side side, Border border, Consumer<String> notes)
      throws NightjarException {
    if (height == plane.rows() && width == plane.columns()) {
      return;
    }
    String before = plane.size();
    int top = before(side, height - plane.rows());
    int left = before(side, width - plane.columns());
    plane.surround(top, left, height, width, border);
    notes.accept(
        "padded from "
            + before
            + " to "
            + plane.size()
            + " at the "
            + side.name().toLowerCase(Locale.ROOT)
            + " "
            + border.describe());
  }

  // New pixels at the end leave the image at the start, and the other way round.
  private static int before(Side side, int surplus) {
    return switch (side) {
      case START -> surplus;
      case CENTRE -> surplus / 2;
      case END -> 0;
    };
  }
}
