package org.nightjar.inference.internal.trust;

import org.nightjar.api.error.NightjarException;

/** A way to make probabilities. Immutable. */
public interface Calibration {
  /** Turns the raw values of the classes of one thing into their probabilities, in place. */
  void apply(double[] classes);

  /**
   * Refuses a number of classes that it is not made for.
   *
   * @throws NightjarException {@code MODEL_REFUSED}
   */
  void check(int classes) throws NightjarException;

  /** In words. */
  String describe();
}
