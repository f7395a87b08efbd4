package org.nightjar.inference.internal.station;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Session;

/** What is fed to a loaded graph and taken from it. */
public interface Wiring {
  /** Whether the graph takes more than one sample at a time. */
  boolean batchable(Session session);

  /**
   * Room for inputs of these shapes and the outputs that come of them.
   *
   * @param shapes of each input, one sample
   * @throws NightjarException {@code MODEL_REFUSED} if graph and manifest differ
   */
  Ports ports(Session session, List<List<Integer>> shapes) throws NightjarException;
}
