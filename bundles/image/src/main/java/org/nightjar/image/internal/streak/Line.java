package org.nightjar.image.internal.streak;

/**
 * The line x cosine + y sine = distance. Along it runs (-sine, cosine), across it (cosine, sine).
 */
record Line(double cosine, double sine, double distance) {

  /** The line through two different points. */
  static Line through(double x0, double y0, double x1, double y1) {
    double length = Math.hypot(x1 - x0, y1 - y0);
    double cosine = (y1 - y0) / length;
    double sine = -(x1 - x0) / length;
    return new Line(cosine, sine, x0 * cosine + y0 * sine);
  }

  double across(double x, double y) {
    return x * cosine + y * sine - distance;
  }

  double along(double x, double y) {
    return -x * sine + y * cosine;
  }

  double x(double along, double across) {
    return (distance + across) * cosine - along * sine;
  }

  double y(double along, double across) {
    return (distance + across) * sine + along * cosine;
  }

  /** The same line where bins are {@code side} pixels wide, in pixels. */
  Line inPixels(int side) {
    double middle = (side - 1) / 2.0;
    return new Line(cosine, sine, distance * side + middle * (cosine + sine));
  }

  /** Where along it the line enters and leaves an image; the first is larger if it never does. */
  double[] within(int width, int height) {
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    double[] steps = {-sine, cosine};
    double[] starts = {distance * cosine, distance * sine};
    int[] sizes = {width, height};
    for (int axis = 0; axis < 2; axis++) {
      if (Math.abs(steps[axis]) > 1e-9) {
        double one = -starts[axis] / steps[axis];
        double other = (sizes[axis] - 1 - starts[axis]) / steps[axis];
        from = Math.max(from, Math.min(one, other));
        to = Math.min(to, Math.max(one, other));
      }
    }
    return new double[] {from, to};
  }
}
