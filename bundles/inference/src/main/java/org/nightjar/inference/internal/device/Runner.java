package org.nightjar.inference.internal.device;

import java.nio.FloatBuffer;
import org.nightjar.api.error.NightjarException;

/** Runs batches of one session in one thread. Only {@link #terminate} may be called from others. */
public interface Runner extends AutoCloseable {
  /** Where the numbers of an input go, one sample behind the other; position 0, full capacity. */
  FloatBuffer input(int index);

  /** Where the numbers of an output are after a run, one sample behind the other; position 0. */
  FloatBuffer output(int index);

  /**
   * Runs the first samples of the buffers.
   *
   * @throws NightjarException {@code OUT_OF_MEMORY}, {@code CANCELLED} if it was terminated, {@code
   *     UNAVAILABLE} if the device itself is in trouble, {@code INTERNAL} if this batch cannot be
   *     run; unless the device is in trouble the next run may succeed
   */
  void run(int samples) throws NightjarException;

  /**
   * Lets the next run give back, when it ends, what the session keeps from run to run and does not
   * use just then: after an unusually large batch, or on the last run before a session is idle. The
   * run after it is several times slower, because it has to get memory again. Devices that keep
   * nothing do nothing.
   */
  default void shrink() {}

  /** Asks the run in progress, if there is one, to end soon; later runs are not affected. */
  void terminate();

  /** Gives the buffers back. */
  @Override
  void close();
}
