package org.nightjar.lensing.mass;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.rendering.light.Ellipse;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A halo that is elliptical in its convergence, as a sum of cored steep ellipsoids, kappa = a/[2
 * (s^2+R^2)^(3/2)] each, whose deflection is known in closed form.
 *
 * <p>The ellipsoids: M. Oguri, PASP 133 (2021), 074504, equations 12 to 23. The sums are our own.
 * An ellipsoid is the projection of rho = (s^2+r^2)^-2/pi, so rho is wanted as an integral of a(s)
 * over these; with v = r^2 that is a Stieltjes transform, and its inverse gives a(s) = 4
 * s^2/(1+s^2) for NFW and 4 s^2/(1+s^2)^2 for Hernquist, exactly. The trapezoidal rule in ln s
 * converges as exp(-pi^2/step): 2e-11 with a step of 0.4. Together with where the sum ends, kappa
 * is good to 1e-7 from 1e-4 to 30 scale radii.
 */
@ProviderType
public final class SteepEllipsoids implements MassProfile {
  private static final double STEP = 0.4;
  private static final double FIRST = Math.log(1e-6);
  private static final int COUNT = 1 + (int) Math.ceil(Math.log(1e12) / STEP);

  private final Ellipse ellipse;
  private final double unit;
  private final double[] cores = new double[COUNT];
  private final double[] weights = new double[COUNT];

  private SteepEllipsoids(
      Ellipse ellipse, double scaleRadius, double strength, DoubleUnaryOperator weight) {
    Ranges.above0("a scale radius", scaleRadius);
    this.ellipse = ellipse;
    this.unit = scaleRadius;
    double root = Math.sqrt(ellipse.q());
    for (int i = 0; i < COUNT; i++) {
      double s = Math.exp(FIRST + i * STEP);
      // From product-averaged radii to those of the paper, which are along the major axis.
      cores[i] = s / root;
      weights[i] =
          strength
              * weight.applyAsDouble(s)
              * s
              * STEP
              / (root * root * root)
              / cores[i]
              * ellipse.q();
    }
  }

  /**
   * An NFW halo.
   *
   * @param ellipse middle and shape
   * @param scaleRadius R_s, product-averaged, arcsec, above 0
   * @param deflection at R_s of the round halo of this strength, arcsec
   */
  public static SteepEllipsoids nfw(Ellipse ellipse, double scaleRadius, double deflection) {
    double strength = new SphericalNfw(scaleRadius, deflection, 0, 0).strength();
    return new SteepEllipsoids(ellipse, scaleRadius, strength, s -> 4 * s * s / (1 + s * s));
  }

  /**
   * A Hernquist sphere, flattened.
   *
   * @param strength sigma_0 of {@link SphericalHernquist}
   * @param scaleRadius R_s, product-averaged, arcsec, above 0
   */
  public static SteepEllipsoids hernquist(Ellipse ellipse, double strength, double scaleRadius) {
    return new SteepEllipsoids(
        ellipse,
        scaleRadius,
        strength,
        s -> {
          double end = 1 + s * s;
          return 4 * s * s / (end * end);
        });
  }

  @Override
  public double potential(double px, double py) {
    double x = ellipse.along(px, py) / unit;
    double y = ellipse.across(px, py) / unit;
    double q = ellipse.q();
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      double s = cores[i];
      double psi = Math.sqrt(q * q * (s * s + x * x) + y * y);
      double d = (psi + s) * (psi + s) + (1 - q * q) * x * x;
      double least = (1 + q) * s;
      sum += weights[i] * Math.log(d / (least * least));
    }
    return 0.5 * unit * unit * sum;
  }

  @Override
  public void deflect(double px, double py, Derivatives sum) {
    double x = ellipse.along(px, py) / unit;
    double y = ellipse.across(px, py) / unit;
    double q2 = ellipse.q() * ellipse.q();
    double along = 0;
    double across = 0;
    for (int i = 0; i < COUNT; i++) {
      double s = cores[i];
      double psi = Math.sqrt(q2 * (s * s + x * x) + y * y);
      double d = (psi + s) * (psi + s) + (1 - q2) * x * x;
      double scale = weights[i] / (psi * d);
      along += scale * (psi + q2 * s);
      across += scale * (psi + s);
    }
    PrincipalFrame.add(ellipse, unit * along * x, unit * across * y, sum);
  }

  @Override
  public void differentiate(double px, double py, Derivatives sum) {
    deflect(px, py, sum);
    double x = ellipse.along(px, py) / unit;
    double y = ellipse.across(px, py) / unit;
    double q2 = ellipse.q() * ellipse.q();
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < COUNT; i++) {
      double s = cores[i];
      double psi = Math.sqrt(q2 * (s * s + x * x) + y * y);
      double d = (psi + s) * (psi + s) + (1 - q2) * x * x;
      double n = 1 + q2 * s / psi;
      double m = 1 + s / psi;
      double cube = s / (psi * psi * psi);
      double w = weights[i] / d;
      xx += w * (n - q2 * q2 * x * x * cube - 2 * x * x * n * n / d);
      xy += w * (-q2 * x * y * cube - 2 * x * y * n * m / d);
      yy += w * (m - y * y * cube - 2 * y * y * m * m / d);
    }
    PrincipalFrame.addSecond(ellipse, xx, xy, yy, sum);
  }

  @Override
  public Optional<Centre> centre() {
    return Optional.of(new Centre(ellipse.x(), ellipse.y(), false));
  }
}
