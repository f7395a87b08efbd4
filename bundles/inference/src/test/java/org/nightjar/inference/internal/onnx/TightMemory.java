package org.nightjar.inference.internal.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for more memory than there is, in a JVM of its own, and for little after that. */
final class TightMemory {
  private static final Logger LOG = LoggerFactory.getLogger(TightMemory.class);

  private final Path file;
  private final Device processor = OnnxEngine.start().cpu();

  private TightMemory(Path file) throws NightjarException {
    this.file = file;
  }

  public static void main(String[] args) throws IOException, NightjarException {
    TightMemory test = new TightMemory(Path.of(args[0], "graph.onnx"));
    test.imagesOfTwoSizes();
    test.constantsOfAbsurdSize();
  }

  private void imagesOfTwoSizes() throws IOException, NightjarException {
    Files.write(file, Graphs.mask(32));
    try (Session session = processor.open(file)) {
      for (int side : List.of(64, 4096, 64)) {
        LOG.info("{} pixels: {}", side, run(session, List.of(1, side, side)));
      }
    }
  }

  /** The engine itself has to bear them: a graph can compute such a size. */
  private void constantsOfAbsurdSize() throws IOException, NightjarException {
    for (long size : List.of(1L << 33, 1L << 40, 1L << 62)) {
      for (String operator : List.of("ConstantOfShape", "Expand", "Tile")) {
        Files.write(file, constant(operator, size));
        try (Session session = processor.open(file)) {
          LOG.info("{} {}: {}", operator, size, run(session, List.of(1)));
        }
      }
    }
    Files.write(file, TinyOnnx.add(1, 1));
    try (Session session = processor.open(file)) {
      LOG.info("after all: {}", run(session, List.of(1)));
    }
  }

  private static String run(Session session, List<Integer> shape) {
    try {
      session.probe(List.of(new Slot("x", shape)), List.of("y"), 1);
      return "ran";
    } catch (NightjarException e) {
      return e.problem().code();
    }
  }

  /** {@code y = x + maximum of a constant of so many numbers}. */
  static byte[] constant(String operator, long size) {
    TinyOnnx graph = new TinyOnnx().initializer("size", new long[] {size});
    if (operator.equals("ConstantOfShape")) {
      graph.node(operator, List.of("size"), "all");
    } else {
      graph.initializer("one", new float[] {1}, 1).node(operator, List.of("one", "size"), "all");
    }
    return graph
        .node("ReduceMax", List.of("all"), "most", TinyOnnx.integer("keepdims", 1))
        .node("Add", List.of("x", "most"), "y")
        .input("x", -1, 1)
        .output("y", -1, 1)
        .model();
  }
}
