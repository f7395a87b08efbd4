package org.nightjar.rendering.pixel;

import org.osgi.annotation.versioning.ConsumerType;

/** What the sky looks like, at any point. */
@ConsumerType
public interface Sky {
  /**
   * Surface brightness at many points.
   *
   * @param x arcsec
   * @param y arcsec
   * @param count how many points
   * @param out where it goes, e-/s/arcsec^2
   */
  void brightness(double[] x, double[] y, int count, double[] out);

  /**
   * Marks pixels that hold something finer than a pixel, which their middles might miss.
   *
   * @param grid the pixels
   * @param marks one a pixel, row-major
   */
  void markFine(PixelGrid grid, boolean[] marks);
}
