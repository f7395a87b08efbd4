package org.nightjar.rendering.psf;

import org.nightjar.rendering.internal.numeric.GaussLegendre;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Long exposures through turbulent air: the transform of exp[-3.44 (lambda f/r0)^(5/3)], f in
 * cycles per radian; the width is 0.976 lambda/r0. Wings fall as r^(-11/3), so 2 % of the light is
 * beyond 4 widths.
 *
 * <p>Source: D. L. Fried, J. Opt. Soc. Am. 56 (1966), 1372. The shape is one table of all widths
 * made by quadrature (f = v^3, so that nothing in it has a corner), interpolated in r; relative
 * error below 1e-5 of the local value within 10 widths.
 *
 * @param fwhm arcsec, above 0
 */
@ProviderType
public record KolmogorovPsf(double fwhm) implements Psf {
  private static final double WIDTHS = 10;
  private static final int STEPS = 1000;

  /** Density at r = i WIDTHS/STEPS of a function of width 1, and two points more. */
  private static final double[] SHAPE = shape();

  /** Checks the range. */
  public KolmogorovPsf {
    Widths.check(fwhm);
  }

  @Override
  public double density(double dx, double dy) {
    double r = Math.sqrt(dx * dx + dy * dy) / fwhm;
    double at = r / WIDTHS * STEPS;
    int step = (int) at;
    if (step >= STEPS) {
      // Where the wings are a power law.
      return SHAPE[STEPS] * Math.pow(r / WIDTHS, -11.0 / 3) / (fwhm * fwhm);
    }
    double t = at - step;
    double before = SHAPE[Math.abs(step - 1)];
    double here = SHAPE[step];
    double next = SHAPE[step + 1];
    double after = SHAPE[step + 2];
    double cubic =
        here
            + 0.5
                * t
                * (next
                    - before
                    + t
                        * (2 * before
                            - 5 * here
                            + 4 * next
                            - after
                            + t * (3 * (here - next) + after - before)));
    return cubic / (fwhm * fwhm);
  }

  @Override
  public double inPixel(double dx, double dy, double side) {
    return Widths.inPixel(this, dx, dy, side);
  }

  @Override
  public double reach() {
    return WIDTHS * fwhm;
  }

  private static double[] shape() {
    // With f in units of r0/lambda, angles are in units of lambda/r0 = fwhm/0.976; the width of
    // the tabulated function is then made 1 exactly.
    double width = 2 * halfRadius();
    double[] shape = new double[STEPS + 3];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = transform(i * WIDTHS / STEPS * width) * width * width;
    }
    return shape;
  }

  private static double halfRadius() {
    double half = 0.5 * transform(0);
    double low = 0.4;
    double high = 0.6;
    for (int i = 0; i < 50; i++) {
      double middle = 0.5 * (low + high);
      if (transform(middle) > half) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /** 2 pi times the integral of exp(-3.44 f^(5/3)) J0(2 pi f r) f df. */
  private static double transform(double r) {
    GaussLegendre rule = new GaussLegendre(12);
    double end = Math.cbrt(4.2);
    int pieces = 12 + (int) Math.ceil(4 * r);
    double sum = 0;
    for (int i = 0; i < pieces; i++) {
      sum +=
          rule.integrate(
              v -> {
                double f = v * v * v;
                double fade = Math.exp(-3.44 * v * v * v * v * v);
                return 3 * v * v * f * fade * Bessel.j0(2 * Math.PI * f * r);
              },
              end * i / pieces,
              end * (i + 1) / pieces);
    }
    return 2 * Math.PI * sum;
  }
}
