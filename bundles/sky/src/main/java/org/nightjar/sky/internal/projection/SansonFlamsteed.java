package org.nightjar.sky.internal.projection;

/** SFL, Paper II, section 5.3.1: x = phi cos(theta), y = theta. */
final class SansonFlamsteed implements Projection {
  @Override
  public void toSphere(double[] plane, double[] vector) {
    double x = plane[0];
    double y = plane[1];
    double cosine = Math.cos(y);
    if (!(Math.abs(y) <= Native.HALF_PI + Native.EDGE)) {
      Native.nowhere(vector);
    } else if (x == 0) {
      Native.at(0, cosine, Math.sin(y), vector);
    } else {
      Native.at(x / cosine, cosine, Math.sin(y), vector);
    }
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    Native.set(plane, Native.longitude(vector) * Native.cosTheta(vector), Native.latitude(vector));
  }
}
