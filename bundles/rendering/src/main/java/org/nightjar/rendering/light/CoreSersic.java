package org.nightjar.rendering.light;

import org.nightjar.rendering.internal.numeric.GaussLegendre;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A Sersic profile whose middle is a power law: I(R) = I' [1 + (R_b/R)^alpha]^(gamma/alpha)
 * exp(-b_n {[(R^alpha + R_b^alpha)/R_e^alpha]^(1/(alpha n)) - 1}).
 *
 * <p>b_n is that of the Sersic profile outside, as in the paper, so R_e is not the radius of half
 * the light.
 *
 * <p>Source: A. W. Graham et al., AJ 125 (2003), 2951, equation 1; I. Trujillo et al., AJ 127
 * (2004), 1917, equation 5. The factor e^(b_n) is put into I' (so that R_b to 0 gives the Sersic
 * profile).
 *
 * @param ellipse where, how flat
 * @param radius R_e, product-averaged, arcsec, above 0
 * @param n Sersic index of the outside, 0.1 to 20
 * @param amplitude I', e-/s/arcsec^2, at least 0
 * @param breakRadius R_b, arcsec, above 0
 * @param slope gamma of the middle, 0 to below 2
 * @param sharpness alpha of the break, above 0
 */
@ProviderType
public record CoreSersic(
    Ellipse ellipse,
    double radius,
    double n,
    double amplitude,
    double breakRadius,
    double slope,
    double sharpness)
    implements LightProfile {
  private static final int PIECES = 200;

  /** Checks the ranges. */
  public CoreSersic {
    SersicIndex.b(n);
    if (!(radius > 0 && breakRadius > 0 && sharpness > 0)
        || !(slope >= 0 && slope < 2)
        || !(amplitude >= 0)) {
      throw new IllegalArgumentException(
          "a core-Sersic profile of R_e "
              + radius
              + ", R_b "
              + breakRadius
              + ", gamma "
              + slope
              + ", alpha "
              + sharpness
              + ": radii and alpha are above 0, gamma is 0 to 2");
    }
  }

  @Override
  public double brightness(double x, double y) {
    return at(Math.sqrt(ellipse.radiusSquared(x, y)), SersicIndex.b(n));
  }

  @Override
  public void addBrightness(double[] x, double[] y, int count, double[] sum) {
    double b = SersicIndex.b(n);
    for (int i = 0; i < count; i++) {
      sum[i] += at(Math.sqrt(ellipse.radiusSquared(x[i], y[i])), b);
    }
  }

  /** By Gauss-Legendre quadrature over ln R, to 1e-9. */
  @Override
  public double flux() {
    return within(Math.log(radius) + 12 * Math.log(10));
  }

  @Override
  public double halfLightRadius() {
    double half = 0.5 * flux();
    double low = Math.log(radius) - 20;
    double high = Math.log(radius) + 10;
    for (int step = 0; step < 60; step++) {
      double middle = 0.5 * (low + high);
      if (within(middle) < half) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp(0.5 * (low + high));
  }

  private double within(double logRadius) {
    GaussLegendre rule = new GaussLegendre(8);
    double b = SersicIndex.b(n);
    double first = Math.log(Math.min(radius, breakRadius)) - 40;
    double step = (logRadius - first) / PIECES;
    double sum = 0;
    for (int i = 0; i < PIECES; i++) {
      sum +=
          rule.integrate(
              u -> {
                double r = Math.exp(u);
                return r * r * at(r, b);
              },
              first + i * step,
              first + (i + 1) * step);
    }
    return 2 * Math.PI * sum;
  }

  private double at(double r, double b) {
    double safe = Math.max(r, 1e-12 * breakRadius);
    double core = Math.pow(1 + Math.pow(breakRadius / safe, sharpness), slope / sharpness);
    double outside =
        Math.pow(
            (Math.pow(safe, sharpness) + Math.pow(breakRadius, sharpness))
                / Math.pow(radius, sharpness),
            1 / (sharpness * n));
    return amplitude * core * Math.exp(-b * (outside - 1));
  }
}
