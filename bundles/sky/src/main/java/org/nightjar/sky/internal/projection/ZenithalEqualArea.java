package org.nightjar.sky.internal.projection;

/** ZEA, Paper II, section 5.1.8: R = 2 sin((90 degrees - theta) / 2). */
final class ZenithalEqualArea implements Projection {
  @Override
  public double theta0() {
    return Native.HALF_PI;
  }

  @Override
  public void toSphere(double[] plane, double[] vector) {
    double square = plane[0] * plane[0] + plane[1] * plane[1];
    double rest = 1 - square / 4;
    if (rest >= -Native.EDGE) {
      double s = Math.sqrt(Math.max(0, rest));
      Native.set(vector, -plane[1] * s, plane[0] * s, 1 - square / 2);
    } else {
      Native.nowhere(vector);
    }
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    double onePlus = OnePlus.sine(vector);
    if (onePlus > 0) {
      double s = Math.sqrt(2 / onePlus);
      Native.set(plane, vector[1] * s, -vector[0] * s);
    } else {
      Native.set(plane, 0, onePlus == 0 ? -2 : Double.NaN);
    }
  }
}
