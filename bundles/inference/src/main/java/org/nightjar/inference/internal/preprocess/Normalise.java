package org.nightjar.inference.internal.preprocess;

import java.util.function.Consumer;

/**
 * Divides each row, each column or the whole image by its own norm. What has a norm of 0 (or at
 * most {@code epsilon}) stays as it is. Non-finite pixels do not count in the norm and stay. Sums
 * are in double precision, the quotient is rounded to single.
 *
 * @param norm which norm
 * @param axis over what it is taken
 * @param epsilon norms up to this count as 0
 */
public record Normalise(Norm norm, Axis axis, double epsilon) implements Step {
  /** How the size of a set of numbers is measured. */
  public enum Norm {
    /** Root of the sum of squares. */
    L2,
    /** Largest absolute value. */
    MAX,
    /** Not at all: leaves everything as it is. */
    NONE
  }

  /** Over what a norm is taken. */
  public enum Axis {
    /** Each row by its own. */
    ROW,
    /** Each column by its own. */
    COLUMN,
    /** The whole image. */
    IMAGE
  }

  @Override
  public void apply(Plane plane, int channel, Consumer<String> notes) {
    if (norm == Norm.NONE) {
      return;
    }
    int rows = plane.rows();
    int columns = plane.columns();
    switch (axis) {
      case ROW -> {
        for (int row = 0; row < rows; row++) {
          divide(plane.values(), row * columns, columns, 1);
        }
      }
      case COLUMN -> {
        for (int column = 0; column < columns; column++) {
          divide(plane.values(), column, rows, columns);
        }
      }
      case IMAGE -> divide(plane.values(), 0, plane.values().length, 1);
    }
  }

  private void divide(float[] values, int start, int count, int stride) {
    double size = 0;
    for (int i = 0, at = start; i < count; i++, at += stride) {
      float value = values[at];
      if (Float.isFinite(value)) {
        size = norm == Norm.L2 ? size + (double) value * value : Math.max(size, Math.abs(value));
      }
    }
    double divisor = norm == Norm.L2 ? Math.sqrt(size) : size;
    if (divisor > epsilon) {
      for (int i = 0, at = start; i < count; i++, at += stride) {
        values[at] = (float) (values[at] / divisor);
      }
    }
  }
}
