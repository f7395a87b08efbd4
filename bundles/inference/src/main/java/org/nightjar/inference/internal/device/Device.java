package org.nightjar.inference.internal.device;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;

/**
 * Something that runs networks. It only runs them: what runs when, together with what, and what
 * happens when it fails is decided above it, so that tests can put a simulated device in its place.
 */
public interface Device {
  /** Its name, such as {@code cpu} or {@code cuda:0}. */
  String name();

  /**
   * How many runs may be under way on it at a time.
   *
   * @param wanted what is configured for a device that does not mind
   */
  int slots(int wanted);

  /** Whether any thread may run its sessions; otherwise one thread must do all runs. */
  boolean anyThread();

  /** Whether it is the processor itself, on which whatever else fails may still run. */
  boolean isProcessor();

  /** Bytes that its sessions may use together; empty if only the operator can know. */
  OptionalLong memory();

  /** Bytes of its memory in use by this process just now; empty if that cannot be told. */
  OptionalLong used();

  /**
   * Loads a graph.
   *
   * @throws NightjarException {@code UNAVAILABLE} if the device does not work, {@code
   *     MODEL_REFUSED} if the graph does not, {@code OUT_OF_MEMORY}
   */
  Session open(Path graph) throws NightjarException;
}
