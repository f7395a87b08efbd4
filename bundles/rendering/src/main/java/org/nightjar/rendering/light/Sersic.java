package org.nightjar.rendering.light;

import org.nightjar.rendering.numeric.NegativeExponential;
import org.nightjar.rendering.numeric.PowerTable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * I(R) = I_e exp(-b_n [(R/R_e)^(1/n) - 1]) with the exact b_n. If it is truncated, there is no
 * light beyond, and what is left is brighter, so that the flux stays.
 *
 * <p>Sources: J. L. Sersic, Atlas de galaxias australes (1968); {@link SersicIndex}.
 */
@ProviderType
public final class Sersic implements LightProfile {
  private final Ellipse ellipse;
  private final double radius;
  private final double n;
  private final double amplitude;
  private final double truncation;
  private final double b;
  private final PowerTable power;

  private Sersic(Ellipse ellipse, double radius, double n, double amplitude, double truncation) {
    if (!(radius > 0) || !(amplitude >= 0) || !(truncation > 0)) {
      throw new IllegalArgumentException(
          "a Sersic profile of R_e "
              + radius
              + ", I_e "
              + amplitude
              + " up to "
              + truncation
              + ": the radii are above 0, the brightness is at least 0");
    }
    this.ellipse = ellipse;
    this.radius = radius;
    this.n = n;
    this.amplitude = amplitude;
    this.truncation = truncation;
    this.b = SersicIndex.b(n);
    this.power = new PowerTable(0.5 / n);
  }

  /**
   * A profile of this brightness.
   *
   * @param ellipse where, how flat
   * @param radius R_e, product-averaged, arcsec, above 0
   * @param n index, 0.1 to 20
   * @param amplitude I_e, e-/s/arcsec^2, at least 0
   * @throws IllegalArgumentException if one is out of range
   */
  public static Sersic of(Ellipse ellipse, double radius, double n, double amplitude) {
    return new Sersic(ellipse, radius, n, amplitude, Double.POSITIVE_INFINITY);
  }

  /**
   * A profile of this flux.
   *
   * @param flux e-/s, at least 0
   * @throws IllegalArgumentException if one is out of range
   */
  public static Sersic ofFlux(Ellipse ellipse, double radius, double n, double flux) {
    return of(ellipse, radius, n, flux / (radius * radius * SersicIndex.totalFlux(n)));
  }

  /**
   * The R_e of the product convention from one along the major axis, as GALFIT's.
   *
   * @param major arcsec
   * @param q axis ratio
   */
  public static double fromMajorAxis(double major, double q) {
    return major * Math.sqrt(q);
  }

  /**
   * The same flux with no light beyond.
   *
   * @param radii truncation in units of R_e, above 0
   */
  public Sersic truncated(double radii) {
    double share = SersicIndex.lightWithin(n, radii);
    return new Sersic(ellipse, radius, n, flux() / untruncated(1) / share, radii * radius);
  }

  @Override
  public Ellipse ellipse() {
    return ellipse;
  }

  /** R_e, product-averaged, arcsec. */
  public double radius() {
    return radius;
  }

  /** The index n. */
  public double n() {
    return n;
  }

  /** I_e, e-/s/arcsec^2. */
  public double amplitude() {
    return amplitude;
  }

  @Override
  public double brightness(double x, double y) {
    double r = Math.sqrt(ellipse.radiusSquared(x, y));
    return r > truncation ? 0 : amplitude * Math.exp(-b * (Math.pow(r / radius, 1 / n) - 1));
  }

  @Override
  public void addBrightness(double[] x, double[] y, int count, double[] sum) {
    double cos = ellipse.cos();
    double sin = ellipse.sin();
    double scale = 1 / (radius * radius);
    double major = ellipse.q() * scale;
    double minor = scale / ellipse.q();
    double end = truncation * truncation * scale;
    double x0 = ellipse.x();
    double y0 = ellipse.y();
    for (int i = 0; i < count; i++) {
      double dx = x[i] - x0;
      double dy = y[i] - y0;
      double along = cos * dx + sin * dy;
      double across = cos * dy - sin * dx;
      double square = major * along * along + minor * across * across;
      if (square <= end) {
        sum[i] += amplitude * NegativeExponential.of(b - b * power.of(square));
      }
    }
  }

  @Override
  public double flux() {
    double all = untruncated(amplitude);
    return Double.isInfinite(truncation)
        ? all
        : all * SersicIndex.lightWithin(n, truncation / radius);
  }

  @Override
  public double halfLightRadius() {
    return Math.min(radius, truncation);
  }

  private double untruncated(double brightness) {
    return brightness * radius * radius * SersicIndex.totalFlux(n);
  }
}
