package org.nightjar.rendering.light;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A star, or one image of a quasar.
 *
 * @param x arcsec to the right
 * @param y arcsec up
 * @param flux e-/s, at least 0
 */
@ProviderType
public record PointSource(double x, double y, double flux) {
  /** Checks the range. */
  public PointSource {
    if (!(flux >= 0) || !Double.isFinite(x + y + flux)) {
      throw new IllegalArgumentException("a point source of flux " + flux + ": it is at least 0");
    }
  }
}
