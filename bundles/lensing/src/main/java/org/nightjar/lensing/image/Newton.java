package org.nightjar.lensing.image;

import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.lensing.plane.Ray;

/** Newton's way to an image, with steps that are halved until they help. */
final class Newton {
  private static final double PRECISION = 1e-10;
  private static final double ENOUGH = 1e-14;
  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 12;

  private final PlaneStack stack;
  private final double longest;
  private final Ray ray = new Ray();
  private double x;
  private double y;

  /**
   * A way.
   *
   * @param longest step, arcsec
   */
  Newton(PlaneStack stack, double longest) {
    this.stack = stack;
    this.longest = longest;
  }

  /** Walks from a place; says whether it arrived. */
  boolean walk(double fromX, double fromY, double betaX, double betaY) {
    x = fromX;
    y = fromY;
    stack.trace(x, y, ray);
    double error = Math.hypot(ray.x() - betaX, ray.y() - betaY);
    for (int step = 0; step < MOST_STEPS && error > ENOUGH; step++) {
      double next = step(betaX, betaY, error);
      if (!(next < error)) {
        break;
      }
      error = next;
    }
    return error < PRECISION;
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  /** The matrix where it arrived. */
  Ray ray() {
    return ray;
  }

  private double step(double betaX, double betaY, double error) {
    double rx = ray.x() - betaX;
    double ry = ray.y() - betaY;
    double determinant = ray.determinant();
    double dx = (ray.yy() * rx - ray.xy() * ry) / determinant;
    double dy = (ray.xx() * ry - ray.yx() * rx) / determinant;
    double length = Math.hypot(dx, dy);
    double part = length > longest ? longest / length : 1;
    double startX = x;
    double startY = y;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      x = startX - part * dx;
      y = startY - part * dy;
      stack.trace(x, y, ray);
      double now = Math.hypot(ray.x() - betaX, ray.y() - betaY);
      if (now < error) {
        return now;
      }
      part *= 0.5;
    }
    x = startX;
    y = startY;
    stack.trace(x, y, ray);
    return error;
  }
}
