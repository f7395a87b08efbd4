package org.nightjar.lensing.mass;

import java.util.Optional;
import org.nightjar.rendering.light.Ellipse;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An isothermal ellipsoid, with a core or without (NIE, SIE). In the frame of its axes, with b =
 * theta_E sqrt(q), q' = sqrt(1-q^2) and Psi = sqrt(q^2 (s^2+X^2) + Y^2): kappa = b/(2 Psi), alpha_X
 * = (b/q') arctan[q' X/(Psi+s)], alpha_Y = (b/q') artanh[q' Y/(Psi+q^2 s)].
 *
 * <p>Sources: R. Kormann, P. Schneider and M. Bartelmann, A&amp;A 284 (1994), 285; C. R. Keeton and
 * C. S. Kochanek, ApJ 495 (1998), 157; C. R. Keeton, astro-ph/0102341, section 3.2.
 */
@ProviderType
public final class IsothermalEllipsoid implements MassProfile {
  /** Rounder ones are spheres, to 1e-14. */
  private static final double ROUND = 1e-7;

  /** Nearer to a singular middle than this, its surroundings are meant. */
  private static final double LEAST = 1e-18;

  private final Ellipse ellipse;
  private final double core;
  private final double b;
  private final double q;
  private final double flatness;

  private IsothermalEllipsoid(Ellipse ellipse, double einsteinRadius, double core) {
    Ranges.atLeast0("a core radius", core);
    this.ellipse = ellipse;
    this.core = core;
    this.q = ellipse.q();
    this.b = einsteinRadius * Math.sqrt(q);
    this.flatness = Math.sqrt((1 - q) * (1 + q));
  }

  /**
   * Without a core.
   *
   * @param ellipse middle and shape
   * @param einsteinRadius theta_E, arcsec: kappa = theta_E/(2 R) at the product-averaged radius R
   */
  public static IsothermalEllipsoid singular(Ellipse ellipse, double einsteinRadius) {
    return new IsothermalEllipsoid(ellipse, einsteinRadius, 0);
  }

  /**
   * With a core.
   *
   * @param core s of the formulas, arcsec, at least 0
   */
  public static IsothermalEllipsoid withCore(Ellipse ellipse, double einsteinRadius, double core) {
    return new IsothermalEllipsoid(ellipse, einsteinRadius, core);
  }

  /**
   * With a core that is measured as product-averaged radii are: kappa = theta_E/[2 sqrt(R^2 +
   * scale^2)]. lenstronomy's s_scale.
   *
   * @param scale s sqrt(q), arcsec, at least 0
   */
  public static IsothermalEllipsoid withCoreScale(
      Ellipse ellipse, double einsteinRadius, double scale) {
    return new IsothermalEllipsoid(ellipse, einsteinRadius, scale / Math.sqrt(ellipse.q()));
  }

  @Override
  public double potential(double px, double py) {
    double x = ellipse.along(px, py);
    double y = ellipse.across(px, py);
    double psi = psi(x, y);
    double edge = flatness * x;
    double logarithm =
        core == 0
            ? 0
            : Math.log(((psi + core) * (psi + core) + edge * edge) / square((1 + q) * core));
    return x * alongX(x, psi) + y * alongY(y, psi) - 0.5 * b * core * logarithm;
  }

  @Override
  public void deflect(double px, double py, Derivatives sum) {
    double x = ellipse.along(px, py);
    double y = ellipse.across(px, py);
    double psi = psi(x, y);
    PrincipalFrame.add(ellipse, alongX(x, psi), alongY(y, psi), sum);
  }

  @Override
  public void differentiate(double px, double py, Derivatives sum) {
    double x = ellipse.along(px, py);
    double y = ellipse.across(px, py);
    double psi = psi(x, y);
    double p = psi + core;
    double r = psi + q * q * core;
    double u = flatness * x / p;
    double w = flatness * y / r;
    double fromX = b / (1 + u * u);
    double fromY = b / ((1 - w) * (1 + w));
    double xx = fromX * (1 - q * q * x * x / (psi * p)) / p;
    double xy = -fromX * x * y / (psi * p * p);
    double yy = fromY * (1 - y * y / (psi * r)) / r;
    PrincipalFrame.add(ellipse, alongX(x, psi), alongY(y, psi), sum);
    PrincipalFrame.addSecond(ellipse, xx, xy, yy, sum);
  }

  @Override
  public Optional<Centre> centre() {
    return Optional.of(new Centre(ellipse.x(), ellipse.y(), core == 0));
  }

  @Override
  public RayDeflector deflector() {
    return core > 0
        ? MassProfile.super.deflector()
        : new AngularTable(
            ellipse,
            0,
            (x, y, out) -> {
              double psi = psi(x, y);
              out[0] = alongX(x, psi);
              out[1] = alongY(y, psi);
            });
  }

  private double psi(double x, double y) {
    return Math.max(LEAST, Math.sqrt(q * q * (core * core + x * x) + y * y));
  }

  private double alongX(double x, double psi) {
    double u = x / (psi + core);
    return flatness < ROUND ? b * u : b / flatness * Math.atan(flatness * u);
  }

  private double alongY(double y, double psi) {
    double w = y / (psi + q * q * core);
    if (flatness < ROUND) {
      return b * w;
    }
    double z = flatness * w;
    return b / flatness * 0.5 * (Math.log1p(z) - Math.log1p(-z));
  }

  private static double square(double x) {
    return x * x;
  }
}
