package org.nightjar.lensing.mass;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A mass that looks round: three functions of the radius say everything. The deflection is the mean
 * convergence times the radius; the second derivatives follow from psi'' = 2 kappa - mean kappa.
 *
 * <p>Source: P. Schneider, J. Ehlers and E. E. Falco, Gravitational Lenses (1992), section 8.1.
 */
@ConsumerType
public interface CircularMass extends MassProfile {
  /** Nearer to the middle than this, the middle's surroundings are meant. */
  double LEAST_RADIUS = 1e-9;

  /** Middle, arcsec. */
  double x();

  /** Middle, arcsec. */
  double y();

  /** Convergence at a radius in arcsec, above 0. */
  double convergence(double radius);

  /** Mean convergence within a radius in arcsec, above 0. */
  double meanConvergence(double radius);

  /** Potential at a radius in arcsec, above 0; arcsec^2. */
  double radialPotential(double radius);

  /** Whether an image in the middle is drowned. */
  boolean singular();

  @Override
  default double potential(double px, double py) {
    return radialPotential(Math.max(LEAST_RADIUS, Math.hypot(px - x(), py - y())));
  }

  @Override
  default void deflect(double px, double py, Derivatives sum) {
    double dx = px - x();
    double dy = py - y();
    double mean = meanConvergence(Math.max(LEAST_RADIUS, Math.sqrt(dx * dx + dy * dy)));
    sum.add(mean * dx, mean * dy);
  }

  @Override
  default void differentiate(double px, double py, Derivatives sum) {
    double dx = px - x();
    double dy = py - y();
    double r = Math.max(LEAST_RADIUS, Math.sqrt(dx * dx + dy * dy));
    double mean = meanConvergence(r);
    double turn = 2 * (convergence(r) - mean) / (r * r);
    sum.add(mean * dx, mean * dy);
    sum.addSecond(mean + turn * dx * dx, turn * dx * dy, mean + turn * dy * dy);
  }

  @Override
  default Optional<Centre> centre() {
    return Optional.of(new Centre(x(), y(), singular()));
  }
}
