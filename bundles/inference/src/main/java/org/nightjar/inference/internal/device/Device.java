package org.nightjar.inference.internal.device;

import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;

/** Something that runs networks. */
public interface Device {
  /** Its name, such as {@code cpu} or {@code cuda:0}. */
  String name();

  /**
   * How many threads may run one session at a time.
   *
   * @param wanted what is configured for a device that does not mind
   */
  int lanes(int wanted);

  /**
   * Loads a graph.
   *
   * @throws NightjarException {@code UNAVAILABLE} if the device does not work, {@code
   *     MODEL_REFUSED} if the graph does not, {@code OUT_OF_MEMORY}
   */
  Session open(Path graph) throws NightjarException;
}
