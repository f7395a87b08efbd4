package org.nightjar.galaxies.shape;

import org.nightjar.cosmology.Cosmology;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How large something appears, theta = arctan(r / D_A); D. W. Hogg, astro-ph/9905116, section 6.
 *
 * @param cosmology that gives the distances
 */
@ProviderType
public record AngularSize(Cosmology cosmology) {
  private static final double KPC_PER_MPC = 1000;

  /**
   * The angle, arcsec.
   *
   * @param radius kpc
   * @param z above 0
   */
  public double arcsec(double radius, double z) {
    double distance = KPC_PER_MPC * cosmology.angularDiameterDistance(z);
    return Math.toDegrees(StrictMath.atan(radius / distance)) * 3600;
  }
}
