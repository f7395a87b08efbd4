package org.nightjar.sky.internal.projection;

/** MOL, Paper II, section 5.3.3, equations 99 to 103. */
final class Mollweide implements Projection {
  private static final double ROOT_2 = Math.sqrt(2);
  private static final int MOST_STEPS = 100;

  @Override
  public void toSphere(double[] plane, double[] vector) {
    double x = plane[0];
    double y = plane[1];
    double rest = 2 - y * y;
    if (!(rest >= -Native.EDGE)) {
      Native.nowhere(vector);
      return;
    }
    double root = Math.sqrt(Math.max(0, rest));
    double gamma = Math.atan2(y, root);
    double sine = Math.max(-1, Math.min(1, (2 * gamma + y * root) / Math.PI));
    double phi = x == 0 ? 0 : Math.PI * x / (2 * root);
    Native.at(phi, Math.sqrt(1 - sine * sine), sine, vector);
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    double gamma = gamma(vector[2], Native.cosTheta(vector));
    Native.set(
        plane,
        2 * ROOT_2 / Math.PI * Native.longitude(vector) * Math.cos(gamma),
        ROOT_2 * Math.sin(gamma));
  }

  /**
   * Solves 2 gamma + sin(2 gamma) = pi sin(theta) by Newton's method within a bracket. The slope
   * vanishes at the poles, so the complement u = pi - 2 gamma is sought: u - sin(u) = pi (1 - sin
   * theta), which keeps its digits there.
   */
  private static double gamma(double sine, double cosine) {
    double n = Math.abs(sine);
    double rest = Math.PI * cosine * cosine / (1 + n);
    double low = 0;
    double high = Math.PI;
    double u = Math.min(Math.PI, Math.cbrt(6 * rest));
    for (int step = 0; step < MOST_STEPS; step++) {
      double error = u - Math.sin(u) - rest;
      if (error > 0) {
        high = u;
      } else {
        low = u;
      }
      double next = u - error / (1 - Math.cos(u));
      if (!(next >= low && next <= high)) {
        next = (low + high) / 2;
      }
      boolean done = Math.abs(next - u) <= 1e-15 * u;
      u = next;
      if (done) {
        break;
      }
    }
    return Math.copySign((Math.PI - u) / 2, sine);
  }
}
