package org.nightjar.sky.internal.sphere;

import java.util.Optional;

/**
 * Where the native pole of a projection lies on the sky: Calabretta & Greisen (2002, A&A 395, 1077,
 * "Paper II"), section 2.4. All angles in radians.
 *
 * @param alpha celestial longitude of the native pole
 * @param delta celestial latitude of the native pole
 * @param phi native longitude of the celestial pole (LONPOLE)
 */
public record NativePole(double alpha, double delta, double phi) {
  private static final double HALF_PI = Math.PI / 2;

  /** Angles this close count as equal. */
  private static final double TINY = 1e-12;

  /**
   * From the reference point.
   *
   * @param alpha0 celestial longitude of the reference point
   * @param delta0 its celestial latitude
   * @param phi0 its native longitude
   * @param theta0 its native latitude
   * @param phiPole LONPOLE
   * @param deltaPole LATPOLE, which decides where two solutions are possible
   * @return empty if no rotation brings the reference point there
   */
  public static Optional<NativePole> of(
      double alpha0, double delta0, double phi0, double theta0, double phiPole, double deltaPole) {
    if (Math.abs(theta0 - HALF_PI) < TINY) {
      return Optional.of(new NativePole(alpha0, delta0, phiPole));
    }
    double turn = phiPole - phi0;
    double delta = latitude(delta0, theta0, turn, deltaPole);
    if (Double.isNaN(delta)) {
      return Optional.empty();
    }
    double alpha;
    if (Math.abs(Math.abs(delta0) - HALF_PI) < TINY) {
      alpha = alpha0;
    } else if (Math.abs(delta - HALF_PI) < TINY) {
      alpha = alpha0 + turn - Math.PI;
    } else if (Math.abs(delta + HALF_PI) < TINY) {
      alpha = alpha0 - turn;
    } else {
      // Equations 9 and 10, both multiplied by cos(delta) cos(delta0).
      double sine = Math.sin(turn) * Math.cos(theta0) * Math.cos(delta);
      double cosine = Math.sin(theta0) - Math.sin(delta) * Math.sin(delta0);
      alpha = alpha0 - Math.atan2(sine, cosine);
    }
    return Optional.of(new NativePole(alpha, delta, phiPole));
  }

  /** Equation 8: of its two solutions the one between the poles that is nearer to LATPOLE. */
  private static double latitude(double delta0, double theta0, double turn, double deltaPole) {
    double across = Math.cos(theta0) * Math.sin(turn);
    double span = Math.sqrt(Math.max(0, 1 - across * across));
    double cosine = Math.cos(delta0);
    double rest = cosine * cosine - across * across;
    if (span < TINY) {
      return Math.abs(delta0) < TINY ? deltaPole : Double.NaN;
    }
    if (rest < -TINY) {
      return Double.NaN;
    }
    double middle = Math.atan2(Math.sin(theta0), Math.cos(theta0) * Math.cos(turn));
    // The arc cosine of sin(delta0) / span, written so that it keeps its digits near the poles.
    double half = Math.atan2(Math.sqrt(Math.max(0, rest)), Math.sin(delta0));
    double upper = betweenPoles(middle + half);
    double lower = betweenPoles(middle - half);
    if (Double.isNaN(upper)) {
      return lower;
    }
    boolean takeUpper =
        Double.isNaN(lower) || Math.abs(deltaPole - upper) <= Math.abs(deltaPole - lower);
    return takeUpper ? upper : lower;
  }

  private static double betweenPoles(double angle) {
    double turned = Math.IEEEremainder(angle, 2 * Math.PI);
    return Math.abs(turned) <= HALF_PI + 1e-10
        ? Math.max(-HALF_PI, Math.min(HALF_PI, turned))
        : Double.NaN;
  }

  /** Turns native directions into celestial ones: the transpose of equation 4. */
  public Matrix3 toCelestial() {
    double sa = Math.sin(alpha);
    double ca = Math.cos(alpha);
    double sd = Math.sin(delta);
    double cd = Math.cos(delta);
    double sp = Math.sin(phi);
    double cp = Math.cos(phi);
    return new Matrix3(
            -sa * sp - ca * cp * sd,
            ca * sp - sa * cp * sd,
            cp * cd,
            sa * cp - ca * sp * sd,
            -ca * cp - sa * sp * sd,
            sp * cd,
            ca * cd,
            sa * cd,
            sd)
        .transposed();
  }
}
