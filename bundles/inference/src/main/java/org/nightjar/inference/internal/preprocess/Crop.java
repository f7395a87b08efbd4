package org.nightjar.inference.internal.preprocess;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Cuts each axis that is too long; a shorter one stays.
 *
 * @param rows most rows
 * @param columns most columns
 * @param side which part stays
 */
public record Crop(int rows, int columns, Side side) implements Step {
  @Override
  public boolean resizes() {
    return true;
  }

  @Override
  public void apply(Plane plane, int channel, Consumer<String> notes) {
    int height = Math.min(rows, plane.rows());
    int width = Math.min(columns, plane.columns());
    if (height == plane.rows() && width == plane.columns()) {
      return;
    }
    String before = plane.size();
    plane.cut(
        side.before(plane.rows() - height), side.before(plane.columns() - width), height, width);
    notes.accept(
        "cropped from "
            + before
            + " to "
            + plane.size()
            + ", "
            + side.name().toLowerCase(Locale.ROOT)
            + " kept");
  }
}
