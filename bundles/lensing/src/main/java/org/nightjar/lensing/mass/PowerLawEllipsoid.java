package org.nightjar.lensing.mass;

import java.util.Optional;
import org.nightjar.rendering.light.Ellipse;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An ellipsoid whose density is a power law (EPL): kappa = (3-gamma)/2 (theta_E/R)^(gamma-1) at the
 * product-averaged radius R. The deflection is a series in (1-q)/(1+q), which ends where its terms
 * are below 1e-12 of the first.
 *
 * <p>Source: N. Tessore and R. B. Metcalf, A&amp;A 580 (2015), A79 (arXiv:1507.01819 with its
 * corrigendum), equations 2, 5, 13 to 17, 22 and 23 and the series that follows.
 */
@ProviderType
public final class PowerLawEllipsoid implements MassProfile {
  private static final double PRECISION = 1e-12;
  private static final double LEAST = 1e-18;

  private final Ellipse ellipse;
  private final double t;
  private final double b;
  private final double q;
  private final double f;
  private final int terms;

  /**
   * An ellipsoid.
   *
   * @param ellipse middle and shape
   * @param einsteinRadius theta_E, arcsec, above 0
   * @param gamma slope of the density, above 1 and below 3; 2 is isothermal
   */
  public PowerLawEllipsoid(Ellipse ellipse, double einsteinRadius, double gamma) {
    Ranges.slope(gamma);
    Ranges.atLeast0("an Einstein radius", einsteinRadius);
    this.ellipse = ellipse;
    this.t = gamma - 1;
    this.q = ellipse.q();
    this.b = einsteinRadius * Math.sqrt(q);
    this.f = (1 - q) / (1 + q);
    this.terms = f < PRECISION ? 0 : (int) Math.ceil(Math.log(PRECISION) / Math.log(f));
  }

  @Override
  public double potential(double px, double py) {
    double x = ellipse.along(px, py);
    double y = ellipse.across(px, py);
    double[] alpha = new double[2];
    deflection(x, y, alpha);
    return (x * alpha[0] + y * alpha[1]) / (2 - t);
  }

  @Override
  public void deflect(double px, double py, Derivatives sum) {
    double[] alpha = new double[2];
    deflection(ellipse.along(px, py), ellipse.across(px, py), alpha);
    PrincipalFrame.add(ellipse, alpha[0], alpha[1], sum);
  }

  @Override
  public void differentiate(double px, double py, Derivatives sum) {
    double x = ellipse.along(px, py);
    double y = ellipse.across(px, py);
    double[] alpha = new double[2];
    deflection(x, y, alpha);
    double r = Math.max(LEAST, Math.sqrt(x * x + y * y));
    double elliptical = Math.max(LEAST, Math.sqrt(q * q * x * x + y * y));
    double kappa = 0.5 * (2 - t) * Math.pow(b / elliptical, t);
    double cos = x / r;
    double sin = y / r;
    double twiceCos = cos * cos - sin * sin;
    double twiceSin = 2 * sin * cos;
    double gamma1 = (1 - t) * (alpha[0] * cos - alpha[1] * sin) / r - kappa * twiceCos;
    double gamma2 = (1 - t) * (alpha[1] * cos + alpha[0] * sin) / r - kappa * twiceSin;
    PrincipalFrame.add(ellipse, alpha[0], alpha[1], sum);
    PrincipalFrame.addSecond(ellipse, kappa + gamma1, gamma2, kappa - gamma1, sum);
  }

  @Override
  public Optional<Centre> centre() {
    return Optional.of(new Centre(ellipse.x(), ellipse.y(), true));
  }

  @Override
  public RayDeflector deflector() {
    return new AngularTable(ellipse, 1 - t, this::deflection);
  }

  /** In the frame of the axes; the elliptical angle is never made, only its cosine and sine. */
  private void deflection(double x, double y, double[] out) {
    double r = Math.max(LEAST, Math.sqrt(q * q * x * x + y * y));
    double re = q * x / r;
    double im = y / r;
    double turnRe = re * re - im * im;
    double turnIm = 2 * re * im;
    double termRe = re;
    double termIm = im;
    for (int n = 1; n <= terms; n++) {
      double factor = -f * (2 * n - (2 - t)) / (2 * n + (2 - t));
      double next = factor * (termRe * turnRe - termIm * turnIm);
      termIm = factor * (termRe * turnIm + termIm * turnRe);
      termRe = next;
      re += termRe;
      im += termIm;
    }
    double size = 2 * b / (1 + q) * Math.pow(b / r, t - 1);
    out[0] = size * re;
    out[1] = size * im;
  }
}
