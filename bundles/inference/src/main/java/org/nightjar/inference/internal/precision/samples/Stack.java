package org.nightjar.inference.internal.precision.samples;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/** Tensors of one shape, one a sample. */
interface Stack extends AutoCloseable {
  /** How many. */
  int size();

  /**
   * The tensor of a sample.
   *
   * @throws NightjarException {@code UNREADABLE}
   */
  Tensor at(int sample) throws NightjarException;

  @Override
  default void close() throws NightjarException {}
}
