package org.nightjar.api.simulation;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Random numbers that belong to objects: each object has a sequence of its own, reached at once.
 * For one thread. Of {@link RandomGenerator}'s methods only {@code nextLong}, {@code nextDouble()},
 * {@code nextGaussian()} and {@code nextExponential()} are sure to give the same with every Java.
 */
@ProviderType
public interface RandomStream extends RandomGenerator {
  /**
   * Goes to the start of an object's sequence.
   *
   * @param id the row's id
   * @return this
   */
  RandomStream at(long id);

  /** A uniform number of (0, 1): one whose logarithm is finite. */
  double nextOpen();
}
