package org.nightjar.inference.internal.preprocess;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

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
  public void apply(Plane plane, int channel, Consumer<String> notes) {
    int height = Math.max(rows, plane.rows());
    int width = Math.max(columns, plane.columns());
    if (height == plane.rows() && width == plane.columns()) {
      return;
    }
    String before = plane.size();
    int top = before(height - plane.rows());
    int left = before(width - plane.columns());
    float[] padded = new float[height * width];
    Arrays.fill(padded, (float) value);
    for (int row = 0; row < plane.rows(); row++) {
      System.arraycopy(
          plane.values(),
          row * plane.columns(),
          padded,
          (top + row) * width + left,
          plane.columns());
    }
    plane.replace(padded, height, width);
    notes.accept(
        "padded from "
            + before
            + " to "
            + plane.size()
            + " at the "
            + side.name().toLowerCase(Locale.ROOT)
            + " with "
            + (float) value);
  }

  // New pixels at the end leave the image at the start, and the other way round.
  private int before(int surplus) {
    return switch (side) {
      case START -> surplus;
      case CENTRE -> surplus / 2;
      case END -> 0;
    };
  }
}
