package org.nightjar.lensing.mass;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A lens, or a part of one, on one plane. Immutable. */
@ConsumerType
public interface MassProfile {
  /** The potential, arcsec^2, up to a constant. */
  double potential(double x, double y);

  /** Adds the deflection at a point. */
  void deflect(double x, double y, Derivatives sum);

  /** Adds the deflection and the second derivatives at a point. */
  void differentiate(double x, double y, Derivatives sum);

  /** Its middle; empty if it has none, as a shear. */
  Optional<Centre> centre();

  /** The same deflection for many rays, to 1e-7 arcsec. */
  default RayDeflector deflector() {
    return (x, y, count, factor, outX, outY) -> {
      Derivatives sum = new Derivatives();
      for (int i = 0; i < count; i++) {
        sum.clear();
        deflect(x[i], y[i], sum);
        outX[i] -= factor * sum.x();
        outY[i] -= factor * sum.y();
      }
    };
  }
}
