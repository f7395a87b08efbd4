package org.nightjar.sky.internal.projection;

/** TAN, Paper II, section 5.1.3: R = cot(theta). */
final class Gnomonic implements Projection {
  @Override
  public double theta0() {
    return Native.HALF_PI;
  }

  @Override
  public void toSphere(double[] plane, double[] vector) {
    double x = plane[0];
    double y = plane[1];
    double n = 1 / Math.sqrt(1 + x * x + y * y);
    Native.set(vector, -y * n, x * n, n);
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    double n = vector[2];
    if (n > 0) {
      Native.set(plane, vector[1] / n, -vector[0] / n);
    } else {
      Native.nowhere(plane);
    }
  }
}
