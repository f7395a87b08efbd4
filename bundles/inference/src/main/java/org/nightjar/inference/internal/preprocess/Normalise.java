package org.nightjar.inference.internal.preprocess;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Divides each row, each column or the whole image by its own norm. What has a norm of 0 (or at
 * most {@code epsilon}) stays as it is. Non-finite pixels do not count in the norm and stay. Sums
 * are in double precision, the quotient is rounded to single.
 *
 * <p>A sum of squares beyond the range of single precision (1.8e19 squared) is infinite, and what
 * it divides becomes 0: pipelines that trained such networks computed in single precision, and
 * stamps exist whose blank pixels are -3.4e38.
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
    int start = plane.start();
    int overflows = 0;
    switch (axis) {
      case ROW -> {
        for (int row = 0; row < rows; row++) {
          overflows += divide(plane.values(), start + row * columns, columns, 1) ? 1 : 0;
        }
      }
      case COLUMN -> {
        for (int column = 0; column < columns; column++) {
          overflows += divide(plane.values(), start + column, rows, columns) ? 1 : 0;
        }
      }
      case IMAGE -> overflows += divide(plane.values(), start, rows * columns, 1) ? 1 : 0;
    }
    if (overflows > 0) {
      notes.accept(
          "absurd values: "
              + (axis == Axis.IMAGE
                  ? "the image was"
                  : overflows + " " + axis.name().toLowerCase(Locale.ROOT) + "s were")
              + " set to 0 by normalisation");
    }
  }

  // Whether the norm was beyond single precision.
  private boolean divide(float[] values, int start, int count, int stride) {
    int end = start + count * stride;
    double size =
        norm == Norm.L2 ? squares(values, start, end, stride) : largest(values, start, end, stride);
    boolean overflow = norm == Norm.L2 && size > Float.MAX_VALUE;
    double divisor =
        norm == Norm.MAX ? size : overflow ? Double.POSITIVE_INFINITY : Math.sqrt(size);
    if (divisor > epsilon) {
      for (int at = start; at < end; at += stride) {
        values[at] = (float) (values[at] / divisor);
      }
    }
    return overflow;
  }

  private static double squares(float[] values, int start, int end, int stride) {
    double even = 0;
    double odd = 0;
    int at = start;
    for (; at < end - stride; at += 2 * stride) {
      even += (double) values[at] * values[at];
      odd += (double) values[at + stride] * values[at + stride];
    }
    if (at < end) {
      even += (double) values[at] * values[at];
    }
    // Squares of finite numbers in single precision do not overflow in double.
    if (Double.isFinite(even + odd)) {
      return even + odd;
    }
    double sum = 0;
    for (at = start; at < end; at += stride) {
      sum += Float.isFinite(values[at]) ? (double) values[at] * values[at] : 0;
    }
    return sum;
  }

  private static double largest(float[] values, int start, int end, int stride) {
    float largest = 0;
    for (int at = start; at < end; at += stride) {
      float size = Math.abs(values[at]);
      if (size > largest && size <= Float.MAX_VALUE) {
        largest = size;
      }
    }
    return largest;
  }
}
