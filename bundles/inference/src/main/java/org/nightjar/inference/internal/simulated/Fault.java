package org.nightjar.inference.internal.simulated;

import java.util.function.BooleanSupplier;
import org.nightjar.api.error.NightjarException;

/** What goes wrong on a simulated device. */
@FunctionalInterface
public interface Fault {
  /** Nothing does. */
  Fault NONE = (what, graph, samples, terminated) -> {};

  /** What the device is about to do. */
  enum Doing {
    /** Load a graph. */
    OPEN,
    /** Run a batch. */
    RUN
  }

  /**
   * Called before the device does something; it fails if this does.
   *
   * @param graph name of the graph
   * @param samples size of the batch; 0 when a graph is loaded
   * @param terminated whether somebody has asked for the end of the run; a fault that hangs looks
   *     at it, or does not
   */
  void before(Doing what, String graph, int samples, BooleanSupplier terminated)
      throws NightjarException;
}
