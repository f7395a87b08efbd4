package org.nightjar.sky.internal.projection;

/** MER, Paper II, section 5.2.4: x = phi, y = ln tan((90 degrees + theta) / 2). */
final class Mercator implements Projection {
  @Override
  public void toSphere(double[] plane, double[] vector) {
    double y = plane[1];
    Native.at(plane[0], 1 / Math.cosh(y), Math.tanh(y), vector);
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    double n = Math.abs(vector[2]);
    double y = Math.log((1 + n) / Native.cosTheta(vector));
    if (y < Double.POSITIVE_INFINITY) {
      Native.set(plane, Native.longitude(vector), Math.copySign(y, vector[2]));
    } else {
      Native.nowhere(plane);
    }
  }
}
