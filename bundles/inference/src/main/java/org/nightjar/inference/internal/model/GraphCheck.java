package org.nightjar.inference.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.device.Graph;
import org.nightjar.inference.internal.device.Port;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.OutputSpec;
import org.nightjar.inference.internal.preprocess.InputSpec;

/** Compares what a manifest declares with what the graph is. */
final class GraphCheck {
  private static final long OPEN = -1;
  private static final int MOST_NUMBERS = 1 << 26;

  private final Manifest manifest;
  private final Session session;
  private final List<String> differences = new ArrayList<>();

  GraphCheck(Manifest manifest, Session session) {
    this.manifest = manifest;
    this.session = session;
  }

  /**
   * Compares, and runs zeros to learn what the graph leaves open.
   *
   * @return what goes in and out
   * @throws NightjarException {@code MODEL_REFUSED} with every difference
   */
  Ports ports() throws NightjarException {
    if (manifest.inputs().stream().anyMatch(InputSpec::isOpen)) {
      throw NightjarException.of(
          StandardError.MODEL_REFUSED,
          "a network of any size cannot be run yet",
          "",
          "Write numbers instead of words in the shapes.");
    }
    Graph graph = session.graph();
    List<Slot> inputs = inputs(graph);
    for (OutputSpec output : manifest.outputs()) {
      compareOutput(output, graph);
    }
    refuseDifferences();
    Map<String, List<Long>> shapes = session.probe(inputs, outputNames(), batchable() ? 2 : 1);
    List<Slot> outputs = new ArrayList<>();
    for (OutputSpec output : manifest.outputs()) {
      outputs.add(outputSlot(output, shapes.get(output.name())));
    }
    refuseDifferences();
    return new Ports(inputs, outputs);
  }

  /** Whether the graph takes more than one sample at a time. */
  boolean batchable() {
    return session.graph().inputs().stream().allMatch(port -> port.shape().get(0) == OPEN);
  }

  private List<String> outputNames() {
    return manifest.outputs().stream().map(OutputSpec::name).toList();
  }

  private List<Slot> inputs(Graph graph) {
    List<Slot> slots = new ArrayList<>();
    for (InputSpec input : manifest.inputs()) {
      slots.add(new Slot(input.name(), input.shape()));
      Optional<Port> port = find(graph.inputs(), input.name());
      if (port.isEmpty()) {
        differences.add(
            "input '" + input.name() + "' is not in the graph, which has " + names(graph.inputs()));
      } else {
        compare("input", port.get(), input.shape());
      }
    }
    for (Port port : graph.inputs()) {
      if (slots.stream().noneMatch(slot -> slot.name().equals(port.name()))) {
        differences.add("the graph's input '" + port.name() + "' is not in the manifest");
      }
    }
    return slots;
  }

  private void compareOutput(OutputSpec output, Graph graph) {
    Optional<Port> port = find(graph.outputs(), output.name());
    if (port.isEmpty()) {
      differences.add(
          "output '"
              + output.name()
              + "' is not in the graph, which has "
              + names(graph.outputs()));
    } else if (output.shape().isPresent()) {
      compare("output", port.get(), output.shape().get());
    } else if (!port.get().type().equals("float32")) {
      differences.add(
          "output '" + output.name() + "' is " + port.get().type() + ", only float32 is taken");
    }
  }

  private void compare(String what, Port port, List<Integer> declared) {
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

  private Slot outputSlot(OutputSpec output, List<Long> shape) {
    int samples = batchable() ? 2 : 1;
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
    if (output.shape().isPresent() && !output.shape().get().equals(extents)) {
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

  private void refuseDifferences() throws NightjarException {
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
    shape.forEach(extent -> text.append(", ").append(extent));
    return text.append(']').toString();
  }
}
