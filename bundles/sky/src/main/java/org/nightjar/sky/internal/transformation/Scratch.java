package org.nightjar.sky.internal.transformation;

/** Space for one point on its way; one per loop, never shared between threads. */
public final class Scratch {
  final double[] plane = new double[2];
  final double[] vector = new double[3];

  /** Right ascension of the vector, degrees in [0, 360); NaN if it is nowhere. */
  public double ra() {
    double angle = Math.toDegrees(Math.atan2(vector[1], vector[0]));
    double turned = angle < 0 ? angle + 360 : angle;
    // The tiniest negative angles round up to 360; minus zero becomes zero.
    return turned >= 360 ? 0 : turned + 0.0;
  }

  /** Declination of the vector, degrees in [-90, 90]; NaN if it is nowhere. */
  public double dec() {
    return Math.toDegrees(
        Math.atan2(vector[2], Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1])));
  }

  /** Sets the vector from degrees. */
  public void direction(double ra, double dec) {
    double a = Math.toRadians(ra);
    double d = Math.toRadians(dec);
    double c = Math.cos(d);
    vector[0] = c * Math.cos(a);
    vector[1] = c * Math.sin(a);
    vector[2] = Math.abs(dec) <= 90 ? Math.sin(d) : Double.NaN;
  }

  /** Component of the vector. */
  public double vector(int component) {
    return vector[component];
  }

  /** First pixel coordinate. */
  public double x() {
    return plane[0];
  }

  /** Second pixel coordinate. */
  public double y() {
    return plane[1];
  }
}
