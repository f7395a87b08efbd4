package org.nightjar.inference.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.device.Graph;
import org.nightjar.inference.internal.device.Port;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.OutputSpec;
import org.nightjar.inference.internal.preprocess.Frame;
import org.nightjar.inference.internal.preprocess.InputSpec;
import org.nightjar.inference.internal.station.Wiring;

/** Compares what a manifest declares with what the graph is, and wires the two. */
final class GraphCheck implements Wiring {
  private static final long OPEN = -1;
  private static final int MOST_NUMBERS = 1 << 26;

  private final Manifest manifest;

  GraphCheck(Manifest manifest) {
    this.manifest = manifest;
  }

  @Override
  public boolean batchable(Session session) {
    return session.graph().inputs().stream().allMatch(port -> port.shape().get(0) == OPEN);
  }

  /**
   * Compares, and runs zeros to learn what the graph leaves open.
   *
   * @throws NightjarException {@code MODEL_REFUSED} with every difference
   */
  @Override
  public Ports ports(Session session, List<List<Integer>> shapes) throws NightjarException {
    List<String> differences = new ArrayList<>();
    Graph graph = session.graph();
    compareInputs(graph, differences);
    for (OutputSpec output : manifest.outputs()) {
      compareOutput(output, graph, differences);
    }
    refuse(differences);
    List<Slot> inputs = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      inputs.add(new Slot(manifest.inputs().get(i).name(), shapes.get(i)));
    }
    List<String> names = manifest.outputs().stream().map(OutputSpec::name).toList();
    int samples = batchable(session) ? 2 : 1;
    Map<String, List<Long>> seen = session.probe(inputs, names, samples);
    List<Slot> outputs = new ArrayList<>();
    for (OutputSpec output : manifest.outputs()) {
      outputs.add(outputSlot(output, seen.get(output.name()), samples, differences));
    }
    refuse(differences);
    return new Ports(inputs, outputs);
  }

  @Override
  public void finish(Map<String, Tensor> outputs, Frame frame) {
    for (OutputSpec output : manifest.outputs()) {
      outputs.computeIfPresent(output.name(), (name, tensor) -> frame.crop(tensor, output.axes()));
    }
    manifest.derived().addTo(outputs);
  }

  private void compareInputs(Graph graph, List<String> differences) {
    for (InputSpec input : manifest.inputs()) {
      Optional<Port> port = find(graph.inputs(), input.name());
      if (port.isEmpty()) {
        differences.add(
            "input '" + input.name() + "' is not in the graph, which has " + names(graph.inputs()));
      } else {
        compare("input", port.get(), input.shape(), differences);
      }
    }
    for (Port port : graph.inputs()) {
      if (manifest.inputs().stream().noneMatch(input -> input.name().equals(port.name()))) {
        differences.add("the graph's input '" + port.name() + "' is not in the manifest");
      }
    }
  }

  private static void compareOutput(OutputSpec output, Graph graph, List<String> differences) {
    Optional<Port> port = find(graph.outputs(), output.name());
    if (port.isEmpty()) {
      differences.add(
          "output '"
              + output.name()
              + "' is not in the graph, which has "
              + names(graph.outputs()));
    } else if (output.shape().isPresent()) {
      compare("output", port.get(), output.shape().get(), differences);
    } else if (!port.get().type().equals("float32")) {
      differences.add(
          "output '" + output.name() + "' is " + port.get().type() + ", only float32 is taken");
    }
  }

  private static void compare(
      String what, Port port, List<Integer> declared, List<String> differences) {
    String label = what + " '" + port.name() + "'";
    if (!port.type().equals("float32")) {
      differences.add(label + " is " + port.type() + " in the graph, float32 in the manifest");
    }
    List<Long> shape = port.shape();
    boolean fits = shape.size() == declared.size() + 1;
    for (int axis = 1; fits && axis < shape.size(); axis++) {
      fits = shape.get(axis) == OPEN || shape.get(axis) == (long) declared.get(axis - 1);
    }
    if (!fits) {
      differences.add(
          label
              + " is "
              + written(shape)
              + " in the graph, "
              + declaredShape(declared)
              + " in the manifest");
    } else if (shape.get(0) != OPEN && shape.get(0) != 1) {
      differences.add(
          label
              + " is for batches of "
              + shape.get(0)
              + " only; the first axis must be open, or 1");
    }
  }

  private static Slot outputSlot(
      OutputSpec output, List<Long> shape, int samples, List<String> differences) {
    long size =
        shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> Math.min(a * b, 1L << 40));
    if (shape.isEmpty() || shape.get(0) != samples || size > MOST_NUMBERS) {
      differences.add(
          "output '"
              + output.name()
              + "' came out as "
              + shape
              + " for "
              + samples
              + " samples; the first axis must be the sample");
      return new Slot(output.name(), List.of());
    }
    List<Integer> extents = shape.subList(1, shape.size()).stream().map(Long::intValue).toList();
    if (output.shape().isPresent() && !fits(output.shape().get(), extents)) {
      differences.add(
          "output '"
              + output.name()
              + "' came out as "
              + extents
              + " for a sample, the manifest says "
              + output.shape().get());
    }
    if (!output.classes().isEmpty() && output.classes().size() != size / samples) {
      differences.add(
          "output '"
              + output.name()
              + "' has "
              + size / samples
              + " elements for "
              + output.classes().size()
              + " classes");
    }
    return new Slot(output.name(), extents);
  }

  private static boolean fits(List<Integer> declared, List<Integer> extents) {
    boolean fits = declared.size() == extents.size();
    for (int axis = 0; fits && axis < extents.size(); axis++) {
      fits = declared.get(axis) == OPEN || declared.get(axis).equals(extents.get(axis));
    }
    return fits;
  }

  private void refuse(List<String> differences) throws NightjarException {
    if (!differences.isEmpty()) {
      throw NightjarException.of(
          StandardError.MODEL_REFUSED,
          "the manifest and the graph of "
              + manifest.label()
              + " differ: "
              + String.join("; ", differences),
          "",
          "Correct the manifest, or take the graph it was written for.");
    }
  }

  private static Optional<Port> find(List<Port> ports, String name) {
    return ports.stream().filter(port -> port.name().equals(name)).findFirst();
  }

  private static List<String> names(List<Port> ports) {
    return ports.stream().map(Port::name).toList();
  }

  private static String written(List<Long> shape) {
    return shape.stream()
        .map(extent -> extent == OPEN ? "open" : extent.toString())
        .toList()
        .toString();
  }

  private static String declaredShape(List<Integer> shape) {
    StringBuilder text = new StringBuilder("[N");
    shape.forEach(extent -> text.append(", ").append(extent == OPEN ? "open" : extent));
    return text.append(']').toString();
  }
}
