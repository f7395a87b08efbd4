package org.nightjar.sky.internal.projection;

/** STG, Paper II, section 5.1.4: R = 2 tan((90 degrees - theta) / 2). */
final class Stereographic implements Projection {
  @Override
  public double theta0() {
    return Native.HALF_PI;
  }

  @Override
  public void toSphere(double[] plane, double[] vector) {
    double quarter = (plane[0] * plane[0] + plane[1] * plane[1]) / 4;
    double s = 1 / (1 + quarter);
    Native.set(vector, -plane[1] * s, plane[0] * s, (1 - quarter) * s);
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    double s = 2 / OnePlus.sine(vector);
    if (s < Double.POSITIVE_INFINITY) {
      Native.set(plane, vector[1] * s, -vector[0] * s);
    } else {
      Native.nowhere(plane);
    }
  }
}
