package org.nightjar.lensing.mass;

import org.osgi.annotation.versioning.ConsumerType;

/** Deflects many rays, perhaps by tables. May be used by any number of threads. */
@ConsumerType
public interface RayDeflector {
  /**
   * Takes a part of the deflection away from places.
   *
   * @param x where the rays pass, arcsec
   * @param y where the rays pass, arcsec
   * @param count how many
   * @param factor of the deflection
   * @param outX what is subtracted from, arcsec; not the same array as {@code x}
   * @param outY what is subtracted from, arcsec; not the same array as {@code y}
   */
  void subtract(double[] x, double[] y, int count, double factor, double[] outX, double[] outY);
}
