package org.nightjar.lensing.mass;

import java.util.Optional;
import org.nightjar.rendering.light.Ellipse;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A round mass whose POTENTIAL is made elliptical: psi(R) with R^2 = (1-e) X^2 + (1+e) Y^2 and e =
 * (1-q^2)/(1+q^2). Simple; its convergence is dumbbell-shaped, and negative somewhere, once it is
 * flat.
 *
 * <p>Source: G. Golse and J.-P. Kneib, A&amp;A 390 (2002), 821, equations 10 to 18.
 */
@ProviderType
public final class EllipticalPotential implements MassProfile {
  private final CircularMass round;
  private final Ellipse ellipse;
  private final double scaleX;
  private final double scaleY;

  /**
   * A mass.
   *
   * @param round its profile; its own middle does not matter
   * @param ellipse middle and shape
   */
  public EllipticalPotential(CircularMass round, Ellipse ellipse) {
    this.round = round;
    this.ellipse = ellipse;
    double q2 = ellipse.q() * ellipse.q();
    double e = (1 - q2) / (1 + q2);
    this.scaleX = Math.sqrt(1 - e);
    this.scaleY = Math.sqrt(1 + e);
  }

  @Override
  public double potential(double px, double py) {
    double x = scaleX * ellipse.along(px, py);
    double y = scaleY * ellipse.across(px, py);
    return round.radialPotential(radius(x, y));
  }

  @Override
  public void deflect(double px, double py, Derivatives sum) {
    double x = scaleX * ellipse.along(px, py);
    double y = scaleY * ellipse.across(px, py);
    double mean = round.meanConvergence(radius(x, y));
    PrincipalFrame.add(ellipse, scaleX * mean * x, scaleY * mean * y, sum);
  }

  @Override
  public void differentiate(double px, double py, Derivatives sum) {
    double x = scaleX * ellipse.along(px, py);
    double y = scaleY * ellipse.across(px, py);
    double r = radius(x, y);
    double mean = round.meanConvergence(r);
    double turn = 2 * (round.convergence(r) - mean) / (r * r);
    PrincipalFrame.add(ellipse, scaleX * mean * x, scaleY * mean * y, sum);
    PrincipalFrame.addSecond(
        ellipse,
        scaleX * scaleX * (mean + turn * x * x),
        scaleX * scaleY * turn * x * y,
        scaleY * scaleY * (mean + turn * y * y),
        sum);
  }

  @Override
  public Optional<Centre> centre() {
    return Optional.of(new Centre(ellipse.x(), ellipse.y(), round.singular()));
  }

  private static double radius(double x, double y) {
    return Math.max(CircularMass.LEAST_RADIUS, Math.sqrt(x * x + y * y));
  }
}
