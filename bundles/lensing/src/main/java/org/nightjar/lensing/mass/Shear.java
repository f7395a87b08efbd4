package org.nightjar.lensing.mass;

import java.util.Optional;

/**
 * External shear: psi = gamma_1 (x^2 - y^2)/2 + gamma_2 x y.
 *
 * @param gamma1 along the axes
 * @param gamma2 along the diagonals
 * @param x where it deflects nothing, arcsec
 * @param y where it deflects nothing, arcsec
 */
public record Shear(double gamma1, double gamma2, double x, double y) implements MassProfile {
  @Override
  public double potential(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    return 0.5 * gamma1 * (dx * dx - dy * dy) + gamma2 * dx * dy;
  }

  @Override
  public void deflect(double px, double py, Derivatives sum) {
    double dx = px - x;
    double dy = py - y;
    sum.add(gamma1 * dx + gamma2 * dy, gamma2 * dx - gamma1 * dy);
  }

  @Override
  public void differentiate(double px, double py, Derivatives sum) {
    deflect(px, py, sum);
    sum.addSecond(gamma1, gamma2, -gamma1);
  }

  @Override
  public Optional<Centre> centre() {
    return Optional.empty();
  }

  @Override
  public RayDeflector deflector() {
    return (px, py, count, factor, outX, outY) -> {
      double g1 = factor * gamma1;
      double g2 = factor * gamma2;
      for (int i = 0; i < count; i++) {
        outX[i] -= g1 * (px[i] - x) + g2 * (py[i] - y);
        outY[i] -= g2 * (px[i] - x) - g1 * (py[i] - y);
      }
    };
  }
}
