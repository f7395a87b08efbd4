package org.nightjar.sky.internal.projection;

/**
 * SIN, Paper II, section 5.1.5: orthographic, or slanted by (xi, eta) as for synthesis telescopes
 * (equations 61 to 69).
 */
final class Orthographic implements Projection {
  private final double xi;
  private final double eta;

  Orthographic(double xi, double eta) {
    this.xi = xi;
    this.eta = eta;
  }

  @Override
  public double theta0() {
    return Native.HALF_PI;
  }

  /** Solves a n^2 + 2 b n + c = 0 for n = sin(theta) and takes the solution nearer to the pole. */
  @Override
  public void toSphere(double[] plane, double[] vector) {
    double x = plane[0];
    double y = plane[1];
    double a = 1 + xi * xi + eta * eta;
    double b = xi * (x - xi) + eta * (y - eta);
    double c = (x - xi) * (x - xi) + (y - eta) * (y - eta) - 1;
    double n = (-b + Math.sqrt(clip(b * b - a * c))) / a;
    if (!(n <= 1 + Native.EDGE && n >= -1)) {
      Native.nowhere(vector);
      return;
    }
    Native.set(vector, -(y - eta * (1 - n)), x - xi * (1 - n), n);
  }

  /** Rounding at the rim is no reason to be off the sphere. */
  private static double clip(double discriminant) {
    return discriminant < 0 && discriminant > -Native.EDGE ? 0 : discriminant;
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    double n = vector[2];
    // Beyond the rim (theta below -atan(xi sin(phi) - eta cos(phi))) two directions share a point.
    double rim = n + xi * vector[1] - eta * vector[0];
    if (rim >= -Native.EDGE) {
      Native.set(plane, vector[1] + xi * (1 - n), -vector[0] + eta * (1 - n));
    } else {
      Native.nowhere(plane);
    }
  }
}
