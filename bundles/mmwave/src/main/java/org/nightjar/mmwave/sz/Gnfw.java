package org.nightjar.mmwave.sz;

/**
 * A profile f(r) = amplitude u^-inner (1 + u^turn)^-outer with u = r / scale: the generalised form
 * of Navarro, Frenk and White, as D. Nagai, A. V. Kravtsov and A. Vikhlinin, ApJ 668 (2007), 1, use
 * it for pressure. Zero outside the cut.
 *
 * @param amplitude unit of what it is a profile of
 * @param scale Mpc
 * @param inner slope in the middle, at least 0, below 1
 * @param turn how sharply it bends
 * @param outer exponent of the bracket; far out the slope is inner + turn outer
 * @param cut radius where it ends, Mpc
 */
public record Gnfw(
    double amplitude, double scale, double inner, double turn, double outer, double cut) {
  /** Checks the numbers. */
  public Gnfw {
    if (!(scale > 0 && cut > 0 && inner >= 0 && inner < 1 && turn > 0)) {
      throw new IllegalArgumentException(
          "profile of scale " + scale + ", cut " + cut + ", slopes " + inner + ", " + turn);
    }
  }

  /** The value at a radius in Mpc. */
  public double at(double radius) {
    return radius > cut ? 0 : amplitude * shape(radius / scale);
  }

  /** The value over the amplitude at a radius in units of the scale, without the cut. */
  public double shape(double u) {
    return Math.pow(u, -inner) * Math.pow(1 + Math.pow(u, turn), -outer);
  }
}
