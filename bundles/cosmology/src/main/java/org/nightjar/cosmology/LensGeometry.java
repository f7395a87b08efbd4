package org.nightjar.cosmology;

import static org.nightjar.cosmology.PhysicalConstants.GRAVITATION_ASTRONOMICAL;
import static org.nightjar.cosmology.PhysicalConstants.SPEED_OF_LIGHT;

/**
 * Distances of a gravitational lens and its source. Narayan & Bartelmann 1996 (astro-ph/9606001).
 *
 * @param lensRedshift redshift of the lens; above 0
 * @param toLens angular diameter distance to the lens, Mpc
 * @param toSource to the source, Mpc
 * @param between of the source as seen from the lens, Mpc; not above 0 if the source is in front
 */
public record LensGeometry(double lensRedshift, double toLens, double toSource, double between) {
  /** The distances in a universe. */
  public static LensGeometry of(Cosmology cosmology, double lens, double source) {
    return new LensGeometry(
        lens,
        cosmology.angularDiameterDistance(lens),
        cosmology.angularDiameterDistance(source),
        cosmology.angularDiameterDistance(lens, source));
  }

  /**
   * Critical surface density, solar masses per square Mpc at the lens; equation 18. Infinite if the
   * source is not behind the lens.
   */
  public double criticalSurfaceDensity() {
    if (!(between > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double perLength = SPEED_OF_LIGHT * SPEED_OF_LIGHT / (4 * Math.PI * GRAVITATION_ASTRONOMICAL);
    return perLength * toSource / (toLens * between);
  }

  /** Time delay distance, Mpc: (1+z) D_l D_s / D_ls (Refsdal 1964, MNRAS 128, 307). */
  public double timeDelayDistance() {
    return between > 0
        ? (1 + lensRedshift) * toLens * toSource / between
        : Double.POSITIVE_INFINITY;
  }
}
