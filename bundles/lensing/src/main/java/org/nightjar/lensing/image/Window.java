package org.nightjar.lensing.image;

import java.util.List;
import org.nightjar.lensing.plane.PlaneStack;

/**
 * A square of the sky outside of which there are no images.
 *
 * @param centreX arcsec
 * @param centreY arcsec
 * @param half half of its side, arcsec
 */
record Window(double centreX, double centreY, double half) {
  private static final double MARGIN = 2.5;
  private static final double GROWTH = 1.4;
  private static final int MOST_STEPS = 12;
  private static final int SAMPLES = 16;

  /** Deflections at the rim are at most this part of the distance to the source. */
  private static final double SAFE = 0.85;

  /** A window around all middles and a source. */
  static Window of(PlaneStack stack, List<Middle> middles, double betaX, double betaY) {
    double x = middles.stream().mapToDouble(Middle::x).average().orElse(betaX);
    double y = middles.stream().mapToDouble(Middle::y).average().orElse(betaY);
    double half = 1.2 * Math.max(Math.abs(betaX - x), Math.abs(betaY - y)) + 0.1;
    for (Middle middle : middles) {
      double away = Math.max(Math.abs(middle.x() - x), Math.abs(middle.y() - y));
      half = Math.max(half, away + MARGIN * middle.radius());
    }
    Window window = new Window(x, y, half);
    for (int step = 0; step < MOST_STEPS && !window.holdsAll(stack, betaX, betaY); step++) {
      window = new Window(x, y, window.half * GROWTH);
    }
    return window;
  }

  double x(int column, int cells) {
    return centreX + half * (2.0 * column / cells - 1);
  }

  double y(int row, int cells) {
    return centreY + half * (2.0 * row / cells - 1);
  }

  boolean contains(double x, double y) {
    return Math.abs(x - centreX) <= half && Math.abs(y - centreY) <= half;
  }

  /** Whether this window is inside another one. */
  boolean within(Window other) {
    return Math.abs(centreX - other.centreX) + half <= other.half + 1e-9
        && Math.abs(centreY - other.centreY) + half <= other.half + 1e-9;
  }

  /** Points along the rim, counter-clockwise: x, then y. */
  double[][] rim(int perSide) {
    double[][] points = new double[2][4 * perSide];
    for (int i = 0; i < perSide; i++) {
      double s = half * (2.0 * i / perSide - 1);
      double[][] corner = {{s, -half}, {half, s}, {-s, half}, {-half, -s}};
      for (int side = 0; side < 4; side++) {
        points[0][side * perSide + i] = centreX + corner[side][0];
        points[1][side * perSide + i] = centreY + corner[side][1];
      }
    }
    return points;
  }

  private boolean holdsAll(PlaneStack stack, double betaX, double betaY) {
    double[][] rim = rim(SAMPLES);
    double[][] ends = Rays.shoot(stack, rim[0], rim[1], 0, rim[0].length);
    for (int i = 0; i < rim[0].length; i++) {
      double bent = Math.hypot(rim[0][i] - ends[0][i], rim[1][i] - ends[1][i]);
      double away = Math.hypot(rim[0][i] - betaX, rim[1][i] - betaY);
      if (!(bent <= SAFE * away)) {
        return false;
      }
    }
    return true;
  }
}
