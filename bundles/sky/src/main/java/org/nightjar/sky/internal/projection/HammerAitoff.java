package org.nightjar.sky.internal.projection;

/** AIT, Paper II, section 5.3.4, equations 104 to 110. */
final class HammerAitoff implements Projection {
  @Override
  public void toSphere(double[] plane, double[] vector) {
    double x = plane[0];
    double y = plane[1];
    double square = 1 - x * x / 16 - y * y / 4;
    if (!(square >= 0.5 - Native.EDGE)) {
      Native.nowhere(vector);
      return;
    }
    double z = Math.sqrt(square);
    double half = Math.atan2(z * x / 2, 2 * square - 1);
    double sine = Math.max(-1, Math.min(1, y * z));
    Native.at(2 * half, Math.sqrt(1 - sine * sine), sine, vector);
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    double half = Native.longitude(vector) / 2;
    double cosTheta = Native.cosTheta(vector);
    double gamma = Math.sqrt(2 / (1 + cosTheta * Math.cos(half)));
    Native.set(plane, 2 * gamma * cosTheta * Math.sin(half), gamma * vector[2]);
  }
}
