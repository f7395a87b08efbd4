package org.nightjar.lensing.mass;

import java.util.Optional;

/**
 * A sheet of mass: psi = kappa r^2/2.
 *
 * @param convergence kappa
 * @param x where it deflects nothing, arcsec
 * @param y where it deflects nothing, arcsec
 */
public record Sheet(double convergence, double x, double y) implements MassProfile {
  @Override
  public double potential(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    return 0.5 * convergence * (dx * dx + dy * dy);
  }

  @Override
  public void deflect(double px, double py, Derivatives sum) {
    sum.add(convergence * (px - x), convergence * (py - y));
  }

  @Override
  public void differentiate(double px, double py, Derivatives sum) {
    deflect(px, py, sum);
    sum.addSecond(convergence, 0, convergence);
  }

  @Override
  public Optional<Centre> centre() {
    return Optional.empty();
  }
}
