package org.nightjar.inference.internal.trust;

import java.util.List;

/**
 * A curve that never falls: linear between its knots, constant outside of them.
 *
 * @param x where its knots are, strictly increasing
 * @param y how high it is there, from 0 to 1, never decreasing
 */
public record Curve(List<Double> x, List<Double> y) {
  /** Copies the lists; refuses what is not such a curve. */
  public Curve {
    x = List.copyOf(x);
    y = List.copyOf(y);
    if (x.size() < 2 || x.size() != y.size()) {
      throw new IllegalArgumentException(
          x.size() + " x and " + y.size() + " y do not make a curve of two knots or more");
    }
    for (int i = 0; i < x.size(); i++) {
      if (i > 0 && !(x.get(i) > x.get(i - 1))) {
        throw new IllegalArgumentException("x is not strictly increasing at " + x.get(i));
      }
      if (i > 0 && !(y.get(i) >= y.get(i - 1))) {
        throw new IllegalArgumentException("y decreases to " + y.get(i));
      }
      if (!(y.get(i) >= 0 && y.get(i) <= 1)) {
        throw new IllegalArgumentException("y is not between 0 and 1 at " + y.get(i));
      }
      if (!(Math.abs(x.get(i)) <= Float.MAX_VALUE)) {
        throw new IllegalArgumentException("x is beyond single precision at " + x.get(i));
      }
    }
  }

  /** Its height. */
  double at(double value) {
    int last = x.size() - 1;
    if (value <= x.get(0)) {
      return y.get(0);
    }
    if (value >= x.get(last)) {
      return y.get(last);
    }
    int left = 0;
    int right = last;
    while (right - left > 1) {
      int middle = (left + right) >>> 1;
      if (x.get(middle) <= value) {
        left = middle;
      } else {
        right = middle;
      }
    }
    double part = (value - x.get(left)) / (x.get(right) - x.get(left));
    // Rounding must not make it fall at the next knot.
    return Math.min(y.get(right), y.get(left) + (y.get(right) - y.get(left)) * part);
  }
}
