package org.nightjar.sky.wcs;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A place in an image. The centre of the first pixel, which FITS calls (1, 1), is (0, 0); that
 * pixel reaches from -0.5 to 0.5.
 *
 * @param x along the fast axis; NaN where the projection does not reach
 * @param y along the slow axis; NaN where {@code x} is
 */
@ProviderType
public record PixelPoint(double x, double y) {
  /** Whether there is such a place; it may still be outside the image. */
  public boolean exists() {
    return !Double.isNaN(x) && !Double.isNaN(y);
  }
}
