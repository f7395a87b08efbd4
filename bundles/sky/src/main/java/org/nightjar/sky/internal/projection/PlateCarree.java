package org.nightjar.sky.internal.projection;

/** CAR, Paper II, section 5.2.3: x = phi, y = theta. */
final class PlateCarree implements Projection {
  @Override
  public void toSphere(double[] plane, double[] vector) {
    double y = plane[1];
    if (Math.abs(y) <= Native.HALF_PI + Native.EDGE) {
      Native.at(plane[0], Math.cos(y), Math.sin(y), vector);
    } else {
      Native.nowhere(vector);
    }
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    Native.set(plane, Native.longitude(vector), Native.latitude(vector));
  }
}
