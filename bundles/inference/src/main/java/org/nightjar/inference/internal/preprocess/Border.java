package org.nightjar.inference.internal.preprocess;

/**
 * What lies beyond the edges of an image.
 *
 * @param kind how it is made
 * @param value the pixels of {@code VALUE}; 0 otherwise
 */
public record Border(Kind kind, double value) {
  /** How the pixels beyond an edge are made. */
  public enum Kind {
    /** All the same. */
    VALUE,
    /** The edge, again and again: {@code a b c | c c c}. */
    EDGE,
    /** Mirrored about the edge, which is not repeated: {@code a b c | b a b}. */
    REFLECT
  }

  /** A border of one value. */
  public static Border of(double value) {
    return new Border(Kind.VALUE, value);
  }

  boolean isValue() {
    return kind == Kind.VALUE;
  }

  /** Which pixel of an axis of this size stands at a position that may lie outside of it. */
  int source(int position, int size) {
    if (kind == Kind.REFLECT && size > 1) {
      int period = 2 * (size - 1);
      int phase = Math.floorMod(position, period);
      return Math.min(phase, period - phase);
    }
    return Math.max(0, Math.min(size - 1, position));
  }

  /** In words, as notes say it. */
  String describe() {
    return switch (kind) {
      case VALUE -> "with " + (float) value;
      case EDGE -> "by repeating the edge";
      case REFLECT -> "by reflection";
    };
  }
}
