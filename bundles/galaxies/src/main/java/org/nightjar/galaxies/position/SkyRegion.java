package org.nightjar.galaxies.position;

import java.util.random.RandomGenerator;
import org.nightjar.statistics.random.Philox;
import org.osgi.annotation.versioning.ConsumerType;

/** A part of the sky in which places are drawn, each as likely as any other per solid angle. */
@ConsumerType
public interface SkyRegion {
  /**
   * Draws a place.
   *
   * @param into longitude from 0 to 360 and latitude, degrees
   */
  void draw(RandomGenerator random, double[] into);

  /**
   * Draws the places of objects that follow each other.
   *
   * @param stream where it stands does not matter
   * @param first id of the object that comes first
   */
  default void fill(Philox stream, long first, double[] longitude, double[] latitude) {
    double[] place = new double[2];
    for (int i = 0; i < longitude.length; i++) {
      draw(stream.at(first + i), place);
      longitude[i] = place[0];
      latitude[i] = place[1];
    }
  }
}
