package org.nightjar.inference.internal.trust;

import java.util.List;

/** Which elements of an output are the classes of one thing. */
public enum Vectors {
  /** All of them: several classes of one sample. */
  ALL,
  /** Each by itself: a map {@code [rows, columns]}. */
  NONE,
  /** Those along the first axis: a map {@code [classes, rows, columns]}. */
  FIRST,
  /** Those along the last axis: a map {@code [rows, columns, classes]}. */
  LAST;

  /** An extent that follows the sample's. */
  static final int OPEN = -1;

  /** How many classes an output of this shape has; 0 if they cannot lie in it like that. */
  int classes(List<Integer> shape) {
    return switch (this) {
      case ALL ->
          shape.contains(OPEN) || shape.stream().filter(extent -> extent > 1).count() > 1
              ? 0
              : size(shape);
      case NONE -> 1;
      case FIRST -> shape.size() == 3 ? Math.max(0, shape.get(0)) : 0;
      case LAST -> shape.size() == 3 ? Math.max(0, shape.get(2)) : 0;
    };
  }

  /** Whether the classes of an output of this shape can lie in it like that. */
  public boolean fits(List<Integer> shape) {
    return classes(shape) > 0;
  }

  /** How many elements a shape has that is not open. */
  static int size(List<Integer> shape) {
    int size = 1;
    for (int extent : shape) {
      size = Math.multiplyExact(size, extent);
    }
    return size;
  }
}
