package org.nightjar.image.internal.detection;

/**
 * A bivariate Gaussian with the peak, the place and the shape of a branch, to extrapolate it below
 * its lowest level.
 */
record GaussianProfile(double logPeak, double x, double y, double cxx, double cyy, double cxy) {

  /** A branch that barely rises above its level would otherwise be made arbitrarily wide. */
  private static final double MOST_TRUNCATED = 0.9;

  /** Of the pixels of a branch that stands out above {@code level}. */
  static GaussianProfile of(Moments shape, double level) {
    Moments ellipse = shape.regular();
    double grow = Moments.truncationFactor(Math.min(MOST_TRUNCATED, level / ellipse.peak()));
    double determinant = (ellipse.xx() * ellipse.yy() - ellipse.xy() * ellipse.xy()) * grow;
    return new GaussianProfile(
        Math.log(ellipse.peak()),
        ellipse.x(),
        ellipse.y(),
        ellipse.yy() / determinant,
        ellipse.xx() / determinant,
        -ellipse.xy() / determinant);
  }

  /** The logarithm of the expected value at a place. */
  double logValue(double atX, double atY) {
    double dx = atX - x;
    double dy = atY - y;
    return logPeak - (cxx * dx * dx + cyy * dy * dy + 2 * cxy * dx * dy) / 2;
  }
}
