package org.nightjar.rendering.light;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where an ellipse is, how flat, and how it lies. Radii are averages of the axes by product: R^2 =
 * q X^2 + Y^2/q with X along the major axis, so that an ellipse of radius R covers pi R^2 whatever
 * its q.
 *
 * <p>Ellipticity: e1 = (1-q)/(1+q) cos 2 phi, e2 = (1-q)/(1+q) sin 2 phi.
 */
@ProviderType
public final class Ellipse {
  private final double x;
  private final double y;
  private final double q;
  private final double phi;
  private final double cos;
  private final double sin;

  private Ellipse(double x, double y, double q, double phi) {
    if (!(q > 0 && q <= 1) || !Double.isFinite(x + y + phi)) {
      throw new IllegalArgumentException(
          "an ellipse at " + x + ", " + y + " of axis ratio " + q + ": it is above 0, at most 1");
    }
    this.x = x;
    this.y = y;
    this.q = q;
    this.phi = phi;
    this.cos = Math.cos(phi);
    this.sin = Math.sin(phi);
  }

  /** A circle. */
  public static Ellipse circle(double x, double y) {
    return new Ellipse(x, y, 1, 0);
  }

  /**
   * An ellipse of this axis ratio.
   *
   * @param q minor over major axis, above 0 and at most 1
   * @param phi from the x axis to the major axis, counter-clockwise, radians
   * @throws IllegalArgumentException if q is out of range
   */
  public static Ellipse of(double x, double y, double q, double phi) {
    return new Ellipse(x, y, q, phi);
  }

  /**
   * An ellipse of this ellipticity.
   *
   * @param e1 along the axes
   * @param e2 along the diagonals; e1^2 + e2^2 below 1
   * @throws IllegalArgumentException if they are out of range
   */
  public static Ellipse ofEllipticity(double x, double y, double e1, double e2) {
    double e = Math.hypot(e1, e2);
    return new Ellipse(x, y, (1 - e) / (1 + e), 0.5 * Math.atan2(e2, e1));
  }

  /** Centre, arcsec to the right. */
  public double x() {
    return x;
  }

  /** Centre, arcsec up. */
  public double y() {
    return y;
  }

  /** Minor over major axis. */
  public double q() {
    return q;
  }

  /** Angle of the major axis, radians from the x axis, counter-clockwise. */
  public double phi() {
    return phi;
  }

  /** Cosine of the angle. */
  public double cos() {
    return cos;
  }

  /** Sine of the angle. */
  public double sin() {
    return sin;
  }

  /** Distance from the centre along the major axis, arcsec. */
  public double along(double px, double py) {
    return cos * (px - x) + sin * (py - y);
  }

  /** Distance from the centre along the minor axis, arcsec. */
  public double across(double px, double py) {
    return cos * (py - y) - sin * (px - x);
  }

  /** Square of the elliptical radius of a point, arcsec^2. */
  public double radiusSquared(double px, double py) {
    double along = along(px, py);
    double across = across(px, py);
    return q * along * along + across * across / q;
  }
}
