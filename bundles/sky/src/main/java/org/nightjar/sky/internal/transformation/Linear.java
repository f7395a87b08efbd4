package org.nightjar.sky.internal.transformation;

/**
 * The linear step: pixels relative to CRPIX to intermediate world coordinates, Greisen & Calabretta
 * (2002, A&A 395, 1061), equation 1.
 *
 * @param xx degrees of x per pixel along the first axis
 * @param xy degrees of x per pixel along the second axis
 * @param yx degrees of y per pixel along the first axis
 * @param yy degrees of y per pixel along the second axis
 */
public record Linear(double xx, double xy, double yx, double yy) {
  /** 0 for a matrix that cannot be inverted. */
  public double determinant() {
    return xx * yy - xy * yx;
  }

  /** The matrix of the opposite direction. */
  Linear inverse() {
    double d = determinant();
    return new Linear(yy / d, -xy / d, -yx / d, xx / d);
  }

  void apply(double[] plane) {
    double u = plane[0];
    double v = plane[1];
    plane[0] = xx * u + xy * v;
    plane[1] = yx * u + yy * v;
  }
}
