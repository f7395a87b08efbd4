package org.nightjar.inference.internal.precision.metric;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/** Takes one output of one model after the other, with the truth, and keeps what a metric needs. */
public interface Tally {
  /**
   * Adds a sample.
   *
   * @param output what the model says
   * @param label the truth
   * @throws NightjarException {@code BAD_ARGUMENT} if the label cannot be one of this output
   */
  void add(Tensor output, Tensor label) throws NightjarException;

  /** What was added. */
  Scored scored();
}
