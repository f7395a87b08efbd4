package org.nightjar.inference.internal.device;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/** A graph loaded on a device. */
public interface Session extends AutoCloseable {
  /** What the graph declares. */
  Graph graph();

  /**
   * Runs zeros through the graph: it warms up, shows whether the device really works, and tells the
   * extents that the graph leaves open.
   *
   * @param inputs what to feed
   * @param outputs names of the outputs wanted
   * @param samples batch size
   * @return shapes of the outputs, with the batch axis
   */
  Map<String, List<Long>> probe(List<Slot> inputs, List<String> outputs, int samples)
      throws NightjarException;

  /**
   * Runs one batch in the calling thread and gives values in whatever shape they come: slow, for
   * looking into a network. Inputs have their batch axis.
   *
   * @param outputs names of the values wanted, all float32
   */
  Map<String, Tensor> look(Map<String, Tensor> inputs, Set<String> outputs)
      throws NightjarException;

  /**
   * Buffers and bindings for one thread.
   *
   * @param ports what goes in and out
   * @param capacity most samples of one run
   */
  Runner runner(Ports ports, int capacity) throws NightjarException;

  /** Unloads the graph; its runners must be closed. */
  @Override
  void close();
}
