package org.nightjar.rendering.light;

import org.nightjar.rendering.numeric.NegativeExponential;
import org.osgi.annotation.versioning.ProviderType;

/**
 * I(R) = F/(2 pi sigma^2) exp(-R^2/(2 sigma^2)).
 *
 * @param ellipse where, how flat
 * @param sigma product-averaged, arcsec, above 0
 * @param flux F, e-/s, at least 0
 */
@ProviderType
public record GaussianLight(Ellipse ellipse, double sigma, double flux) implements LightProfile {
  /** Checks the ranges. */
  public GaussianLight {
    if (!(sigma > 0) || !(flux >= 0)) {
      throw new IllegalArgumentException(
          "a Gaussian of sigma " + sigma + " and flux " + flux + ": above 0 and at least 0");
    }
  }

  @Override
  public double brightness(double x, double y) {
    double square = sigma * sigma;
    return flux
        / (2 * Math.PI * square)
        * NegativeExponential.of(-0.5 * ellipse.radiusSquared(x, y) / square);
  }

  @Override
  public double halfLightRadius() {
    return sigma * Math.sqrt(2 * Math.log(2));
  }
}
