package org.nightjar.lensing.image;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.lensing.plane.Ray;

/** Images by looking everywhere: local minima of the distance on a fine grid, then Newton. */
final class BruteForce {
  private static final double HALF = 4;
  private static final int CELLS = 800;

  private BruteForce() {}

  static List<double[]> images(PlaneStack stack, double bx, double by) {
    double[][] distance = new double[CELLS][CELLS];
    Ray ray = new Ray();
    for (int j = 0; j < CELLS; j++) {
      for (int i = 0; i < CELLS; i++) {
        stack.trace(place(i), place(j), ray);
        distance[j][i] = Math.hypot(ray.x() - bx, ray.y() - by);
      }
    }
    List<double[]> images = new ArrayList<>();
    Newton newton = new Newton(stack, 0.02);
    for (int j = 1; j < CELLS - 1; j++) {
      for (int i = 1; i < CELLS - 1; i++) {
        // The middle of a singular lens is a minimum, but no image.
        boolean lens = Math.hypot(place(i), place(j)) < 0.05;
        if (!lens && lowest(distance, i, j) && newton.walk(place(i), place(j), bx, by)) {
          boolean near = Math.hypot(newton.x() - place(i), newton.y() - place(j)) < 0.05;
          if (near) {
            images.add(new double[] {newton.x(), newton.y()});
          }
        }
      }
    }
    return images;
  }

  private static boolean lowest(double[][] distance, int i, int j) {
    for (int dj = -1; dj <= 1; dj++) {
      for (int di = -1; di <= 1; di++) {
        if (distance[j + dj][i + di] < distance[j][i]) {
          return false;
        }
      }
    }
    return true;
  }

  private static double place(int cell) {
    return HALF * (2 * (cell + 0.5) / CELLS - 1);
  }
}
