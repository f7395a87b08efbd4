package org.nightjar.galaxies.shape;

import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Radii of galaxies of an absolute magnitude: log-normal, S. Shen et al., MNRAS 343 (2003), 978,
 * equation 12.
 */
@ConsumerType
public interface SizeModel {
  /** Median half-light radius at an absolute magnitude, kpc. */
  double median(double magnitude);

  /** Standard deviation of the natural logarithm of the radius. */
  double deviation(double magnitude);

  /** Draws the radius of a galaxy, kpc. */
  default double draw(double magnitude, RandomGenerator random) {
    return median(magnitude) * Elementary.exp(deviation(magnitude) * random.nextGaussian());
  }

  /**
   * Draws the radii of galaxies that follow each other.
   *
   * @param at random numbers of the galaxy with an id
   * @param first id of the galaxy that comes first
   * @param size how many
   */
  default void fill(
      LongFunction<? extends RandomGenerator> at,
      long first,
      int size,
      double[] magnitude,
      double[] radius) {
    for (int i = 0; i < size; i++) {
      radius[i] = draw(magnitude[i], at.apply(first + i));
    }
  }
}
