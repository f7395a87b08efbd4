package org.nightjar.lensing.image;

import java.util.Arrays;
import org.nightjar.lensing.plane.PlaneStack;

/** Many rays to the last plane. */
final class Rays {
  private Rays() {}

  /** Where they end: x, then y. */
  static double[][] shoot(PlaneStack stack, double[] x, double[] y, int from, int to) {
    int count = to - from;
    double[] startX = Arrays.copyOfRange(x, from, to);
    double[] startY = Arrays.copyOfRange(y, from, to);
    int planes = stack.planes().size();
    double[][] placesX = new double[planes][];
    double[][] placesY = new double[planes][];
    for (int j = 1; j < planes; j++) {
      placesX[j] = new double[count];
      placesY[j] = new double[count];
    }
    stack.shoot(startX, startY, count, placesX, placesY);
    return new double[][] {placesX[planes - 1], placesY[planes - 1]};
  }
}
