package org.nightjar.lensing.image;

import org.nightjar.lensing.plane.PlaneStack;

/** How often beta(theta)-beta turns around along a closed way, counter-clockwise. */
final class Turns {
  private static final int AROUND = 96;

  private Turns() {}

  static int around(PlaneStack stack, Middle middle, double betaX, double betaY) {
    double[][] circle = new double[2][AROUND];
    for (int i = 0; i < AROUND; i++) {
      double angle = 2 * Math.PI * i / AROUND;
      circle[0][i] = middle.x() + middle.disc() * Math.cos(angle);
      circle[1][i] = middle.y() + middle.disc() * Math.sin(angle);
    }
    return along(stack, circle, betaX, betaY);
  }

  static int along(PlaneStack stack, double[][] way, double betaX, double betaY) {
    int count = way[0].length;
    double[][] ends = Rays.shoot(stack, way[0], way[1], 0, count);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      int next = (i + 1) % count;
      double ax = ends[0][i] - betaX;
      double ay = ends[1][i] - betaY;
      double bx = ends[0][next] - betaX;
      double by = ends[1][next] - betaY;
      sum += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
    }
    return (int) Math.rint(sum / (2 * Math.PI));
  }
}
