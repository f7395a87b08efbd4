package org.nightjar.rendering.light;

import org.osgi.annotation.versioning.ConsumerType;

/** The surface brightness of something on the sky. Immutable. */
@ConsumerType
public interface LightProfile {
  /** Where it is, how flat and how it lies. */
  Ellipse ellipse();

  /**
   * Surface brightness at a point.
   *
   * @param x arcsec to the right
   * @param y arcsec up
   * @return e-/s/arcsec^2
   */
  double brightness(double x, double y);

  /**
   * Adds the surface brightness at many points, perhaps from tables whose relative error is below
   * 1e-7.
   *
   * @param x arcsec
   * @param y arcsec
   * @param count how many points
   * @param sum what is added to, e-/s/arcsec^2
   */
  default void addBrightness(double[] x, double[] y, int count, double[] sum) {
    for (int i = 0; i < count; i++) {
      sum[i] += brightness(x[i], y[i]);
    }
  }

  /** All light of it, e-/s. */
  double flux();

  /** Radius of half the light, arcsec: how fine a grid has to be to see it. */
  double halfLightRadius();
}
