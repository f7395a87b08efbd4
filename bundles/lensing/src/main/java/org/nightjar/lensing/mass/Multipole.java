package org.nightjar.lensing.mass;

import java.util.Optional;

/**
 * A disky, boxy or lopsided part of an isothermal lens: kappa = a_m/(2 r) cos[m (phi - phi_m)], psi
 * = r a_m/(1-m^2) cos[m (phi - phi_m)].
 *
 * <p>Source: D. Xu et al., MNRAS 447 (2015), 3189, equation B12.
 *
 * @param order m, at least 2
 * @param strength a_m, arcsec
 * @param angle phi_m, radians from the x axis, counter-clockwise
 * @param x middle, arcsec
 * @param y middle, arcsec
 */
public record Multipole(int order, double strength, double angle, double x, double y)
    implements MassProfile {
  /** Checks the range. */
  public Multipole {
    if (order < 2) {
      throw new IllegalArgumentException("a multipole of order " + order + ": it is at least 2");
    }
  }

  @Override
  public double potential(double px, double py) {
    double phase = order * (Math.atan2(py - y, px - x) - angle);
    return Math.hypot(px - x, py - y) * amplitude() * Math.cos(phase);
  }

  @Override
  public void deflect(double px, double py, Derivatives sum) {
    double phi = Math.atan2(py - y, px - x);
    double phase = order * (phi - angle);
    double radial = amplitude() * Math.cos(phase);
    double tangential = -order * amplitude() * Math.sin(phase);
    sum.add(
        radial * Math.cos(phi) - tangential * Math.sin(phi),
        radial * Math.sin(phi) + tangential * Math.cos(phi));
  }

  @Override
  public void differentiate(double px, double py, Derivatives sum) {
    deflect(px, py, sum);
    double phi = Math.atan2(py - y, px - x);
    double r = Math.max(CircularMass.LEAST_RADIUS, Math.hypot(px - x, py - y));
    double twice = strength * Math.cos(order * (phi - angle)) / r;
    double cos = Math.cos(phi);
    double sin = Math.sin(phi);
    sum.addSecond(twice * sin * sin, -twice * sin * cos, twice * cos * cos);
  }

  @Override
  public Optional<Centre> centre() {
    return Optional.of(new Centre(x, y, true));
  }

  private double amplitude() {
    return strength / (1.0 - (double) order * order);
  }
}
