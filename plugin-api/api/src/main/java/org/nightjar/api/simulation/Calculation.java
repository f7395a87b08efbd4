package org.nightjar.api.simulation;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/** A component with its arguments, ready to be used by any number of threads at a time. */
@ConsumerType
public interface Calculation {
  /**
   * Fills every element of the outputs for the rows of a chunk.
   *
   * @throws NightjarException for what cannot be calculated; it ends the run and names the rows
   */
  void fill(Chunk chunk) throws NightjarException, InterruptedException;

  /** How many rows there are; asked of {@link ComponentInfo.Role#ROWS} alone. At least 0. */
  default long rows() {
    throw new UnsupportedOperationException("this component makes no rows");
  }

  /** The errors that were reached where a stated accuracy decided how work was done. */
  default List<Accuracy> accuracies() {
    return List.of();
  }
}
