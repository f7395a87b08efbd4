package org.nightjar.lensing.mass;

import org.nightjar.rendering.light.Ellipse;

/** Turns what was found along the axes of an ellipse back to the sky. */
final class PrincipalFrame {
  private PrincipalFrame() {}

  static void add(Ellipse e, double along, double across, Derivatives sum) {
    sum.add(e.cos() * along - e.sin() * across, e.sin() * along + e.cos() * across);
  }

  static void addSecond(Ellipse e, double xx, double xy, double yy, Derivatives sum) {
    double cos = e.cos();
    double sin = e.sin();
    double mixed = 2 * cos * sin * xy;
    sum.addSecond(
        cos * cos * xx - mixed + sin * sin * yy,
        cos * sin * (xx - yy) + (cos * cos - sin * sin) * xy,
        sin * sin * xx + mixed + cos * cos * yy);
  }
}
