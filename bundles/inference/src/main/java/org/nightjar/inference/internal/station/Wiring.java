package org.nightjar.inference.internal.station;

import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.preprocess.Frame;

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

  /**
   * Does with the outputs of one sample what is left to do: cuts them back to its size, adds what
   * is derived from them.
   *
   * @param outputs what came out, all finite
   */
  default void finish(Map<String, Tensor> outputs, Frame frame) {}
}
