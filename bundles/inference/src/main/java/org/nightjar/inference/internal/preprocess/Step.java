package org.nightjar.inference.internal.preprocess;

import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;

/** One declared step of preprocessing. Immutable; applied to one channel at a time. */
public interface Step {
  /**
   * Changes the plane.
   *
   * @param channel index of the channel in its input, for constants that differ between channels
   * @param notes takes what a reader of the result should know, such as padding
   * @throws NightjarException {@code BAD_ARGUMENT} if the plane would become too large
   */
  void apply(Plane plane, int channel, Consumer<String> notes) throws NightjarException;

  /** Whether it may change the size. */
  default boolean resizes() {
    return false;
  }
}
