package org.nightjar.image.internal.detection;

/**
 * What a source is expected to add around itself: an elliptical Moffat profile with its peak, which
 * passes through the threshold at the rim of its area.
 *
 * <p>With r the elliptical radius in units of the moments' axes, I(r) = peak / (1 + k r^2)^beta,
 * and k follows from I(rim) = threshold, where pi A B rim^2 is the area.
 */
record Halo(Moments ellipse, double determinant, double k, double beta, double reachSquared) {

  /**
   * A halo ends at this many times the radius of the area: with beta = 1 it is then near 1 % of the
   * threshold.
   */
  private static final double REACH = 10;

  static Halo of(Measured source, double threshold, double beta) {
    Moments ellipse = source.ellipse();
    double determinant = ellipse.xx() * ellipse.yy() - ellipse.xy() * ellipse.xy();
    double rimSquared = source.area() / (Math.PI * Math.sqrt(determinant));
    double k = (Math.pow(ellipse.peak() / threshold, 1 / beta) - 1) / rimSquared;
    return new Halo(ellipse, determinant, k, beta, REACH * REACH * rimSquared);
  }

  /** What it adds at a place; 0 beyond its reach. */
  double at(double x, double y) {
    double dx = x - ellipse.x();
    double dy = y - ellipse.y();
    double radiusSquared =
        (ellipse.yy() * dx * dx + ellipse.xx() * dy * dy - 2 * ellipse.xy() * dx * dy)
            / determinant;
    return radiusSquared > reachSquared
        ? 0
        : ellipse.peak() * Math.pow(1 + k * radiusSquared, -beta);
  }

  /** Half the width of the box that holds the reach. */
  double reachX() {
    return Math.sqrt(reachSquared * ellipse.xx());
  }

  /** Half the height of the box that holds the reach. */
  double reachY() {
    return Math.sqrt(reachSquared * ellipse.yy());
  }
}
