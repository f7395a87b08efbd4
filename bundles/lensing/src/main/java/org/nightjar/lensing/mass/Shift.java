package org.nightjar.lensing.mass;

import java.util.Optional;

/**
 * The same deflection everywhere.
 *
 * @param deflectionX arcsec
 * @param deflectionY arcsec
 */
public record Shift(double deflectionX, double deflectionY) implements MassProfile {
  @Override
  public double potential(double x, double y) {
    return deflectionX * x + deflectionY * y;
  }

  @Override
  public void deflect(double x, double y, Derivatives sum) {
    sum.add(deflectionX, deflectionY);
  }

  @Override
  public void differentiate(double x, double y, Derivatives sum) {
    sum.add(deflectionX, deflectionY);
  }

  @Override
  public Optional<Centre> centre() {
    return Optional.empty();
  }
}
