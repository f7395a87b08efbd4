package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.nightjar.statistics.random.Philox;
import org.osgi.annotation.versioning.ConsumerType;

/** A distribution of real numbers. Immutable: any number of threads may draw from one. */
@ConsumerType
public interface Distribution {
  /** Draws a value. */
  double draw(RandomGenerator random);

  /**
   * Draws a value for each of some objects that follow each other.
   *
   * @param stream of the quantity; where it stands does not matter
   * @param first id of the object whose value comes first
   * @param values to fill
   */
  default void fill(Philox stream, long first, double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = draw(stream.at(first + i));
    }
  }
}
