package org.nightjar.sky.internal.projection;

/** CEA, Paper II, section 5.2.2: x = phi, y = sin(theta) / lambda. */
final class CylindricalEqualArea implements Projection {
  private final double lambda;

  CylindricalEqualArea(double lambda) {
    this.lambda = lambda;
  }

  @Override
  public void toSphere(double[] plane, double[] vector) {
    double sine = plane[1] * lambda;
    double rest = 1 - sine * sine;
    if (rest >= -Native.EDGE) {
      Native.at(plane[0], Math.sqrt(Math.max(0, rest)), sine, vector);
    } else {
      Native.nowhere(vector);
    }
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    Native.set(plane, Native.longitude(vector), vector[2] / lambda);
  }
}
