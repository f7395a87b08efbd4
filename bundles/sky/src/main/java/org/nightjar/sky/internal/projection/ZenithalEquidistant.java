package org.nightjar.sky.internal.projection;

/** ARC, Paper II, section 5.1.6: R = 90 degrees - theta. */
final class ZenithalEquidistant implements Projection {
  @Override
  public double theta0() {
    return Native.HALF_PI;
  }

  @Override
  public void toSphere(double[] plane, double[] vector) {
    double r = Math.sqrt(plane[0] * plane[0] + plane[1] * plane[1]);
    if (r <= Math.PI + Native.EDGE) {
      double s = r == 0 ? 1 : Math.sin(r) / r;
      Native.set(vector, -plane[1] * s, plane[0] * s, Math.cos(r));
    } else {
      Native.nowhere(vector);
    }
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    double sine = Native.cosTheta(vector);
    double r = Math.atan2(sine, vector[2]);
    if (sine == 0) {
      Native.set(plane, 0, -r);
    } else {
      Native.set(plane, vector[1] * (r / sine), -vector[0] * (r / sine));
    }
  }
}
