package org.nightjar.mmwave.sz;

/**
 * A cluster of galaxies to be painted.
 *
 * @param id of the caller
 * @param ra right ascension, ICRS, degrees
 * @param dec declination, ICRS, degrees
 * @param mass M500 in the density critical at its redshift, solar masses without h
 * @param z redshift, above 0
 * @param velocity along the line of sight, km/s, positive away from us
 * @param boost factor on pressure: scatter about the mean relation, 1 for none
 */
public record Cluster(
    long id, double ra, double dec, double mass, double z, double velocity, double boost) {
  /** Checks the numbers. */
  public Cluster {
    if (!(mass > 0 && z > 0 && boost >= 0 && Math.abs(velocity) < 3e5)) {
      throw new IllegalArgumentException(
          "cluster " + id + ": mass " + mass + ", z " + z + ", boost " + boost);
    }
  }

  /** At rest and on the mean relation. */
  public static Cluster of(long id, double ra, double dec, double mass, double z) {
    return new Cluster(id, ra, dec, mass, z, 0, 1);
  }
}
