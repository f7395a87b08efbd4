package org.nightjar.inference.internal.station;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Graph;
import org.nightjar.inference.internal.device.Port;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.simulated.SimulatedGraph;

/** Networks of one number in, one number out, for simulated devices. */
public final class SimulatedModels {
  /** The shape of a sample. */
  public static final List<List<Integer>> SHAPES = List.of(List.of(1));

  private static final Ports PORTS =
      new Ports(List.of(new Slot("x", List.of(1))), List.of(new Slot("y", List.of(1))));

  private final Map<String, SimulatedGraph> graphs = new TreeMap<>();

  /** Adds a network that gives back what it gets. */
  public SimulatedModels with(
      String name, long fixedNanos, long eachNanos, long weights, long activations) {
    return with(
        name,
        (in, out) -> out.get(0)[0] = in.get(0)[0],
        fixedNanos,
        eachNanos,
        weights,
        activations);
  }

  /** Adds a network. */
  public SimulatedModels with(
      String name,
      SimulatedGraph.Function function,
      long fixedNanos,
      long eachNanos,
      long weights,
      long activations) {
    Graph graph =
        new Graph(
            List.of(new Port("x", "float32", List.of(-1L, 1L))),
            List.of(new Port("y", "float32", List.of(-1L, 1L))));
    graphs.put(
        name,
        new SimulatedGraph(
            name, graph, PORTS.outputs(), function, fixedNanos, eachNanos, weights, activations));
    return this;
  }

  /** The network of a file, by its name. */
  public SimulatedGraph of(Path file) {
    return graphs.get(file.getFileName().toString());
  }

  /** What goes in and out of all of them. */
  public static Wiring wiring() {
    return new Wiring() {
      @Override
      public boolean batchable(Session session) {
        return true;
      }

      @Override
      public Ports ports(Session session, List<List<Integer>> shapes) throws NightjarException {
        return PORTS;
      }
    };
  }

  /** One of them on a station. */
  public Residence on(Station station, String name, Escape escape) {
    // Loaded, a network holds about three times its file.
    long file = graphs.get(name).weights() / 3;
    return new Residence(name, Path.of(name), file, station, wiring(), escape);
  }
}
