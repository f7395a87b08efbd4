package org.nightjar.inference.internal.onnx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Looks at an ONNX file before the engine does. It walks the protobuf structure of the file without
 * building anything from it, so that a truncated file is called truncated, and refuses what a model
 * has no business with: weights kept in other files, which the checksum of the package would not
 * cover and whose paths could lead anywhere; operators of libraries that are not here; and sizes
 * that the bytes of the file do not account for. Field numbers are those of onnx.proto.
 */
public final class OnnxFile {
  /** Most bytes of a graph: the limit of protobuf. */
  public static final long MOST_BYTES = Integer.MAX_VALUE;

  private static final int DEEPEST = 64;
  private static final int MOST_TENSORS = 1_000_000;

  private final Protobuf file;
  private final Operators operators = new Operators();
  private final Constants constants = new Constants();
  private int tensors;
  private boolean graphSeen;

  private OnnxFile(Protobuf file) {
    this.file = file;
  }

  /** What is done with a field that has bytes. */
  private interface Field {
    void read(int number, int stop) throws NightjarException;
  }

  /**
   * Checks a file.
   *
   * @throws NightjarException {@code MODEL_REFUSED} with the reason, or {@code UNREADABLE}
   */
  public static void check(Path path) throws NightjarException {
    walk(path);
  }

  /**
   * Whether a graph computes with rounded numbers, as far as its operators tell.
   *
   * @throws NightjarException as {@link #check}
   */
  public static boolean isQuantised(Path path) throws NightjarException {
    return walk(path).operators.quantise();
  }

  private static OnnxFile walk(Path path) throws NightjarException {
    if (!Files.isRegularFile(path)) {
      throw NightjarException.of(
          StandardError.UNREADABLE, "there is no such file", path.toString(), "");
    }
    try (FileChannel channel = FileChannel.open(path)) {
      if (channel.size() > MOST_BYTES) {
        throw NightjarException.of(
            StandardError.MODEL_REFUSED,
            "the graph has " + channel.size() + " bytes, at most " + MOST_BYTES + " are read",
            path.toString(),
            "");
      }
      Protobuf file =
          new Protobuf(path, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
      OnnxFile walked = new OnnxFile(file);
      walked.model();
      return walked;
    } catch (IOException e) {
      throw NightjarException.of(StandardError.UNREADABLE, e.toString(), path.toString(), "");
    }
  }

  private void model() throws NightjarException {
    each(
        file.limit(),
        (number, stop) -> {
          if (number == 7) {
            graphSeen = true;
            graph(stop, 1);
          } else if (number == 25) {
            function(stop);
          }
        });
    if (!graphSeen) {
      throw file.refused("no graph in it: this is not an ONNX model");
    }
    operators.check(file);
    constants.check(file);
  }

  private void graph(int end, int depth) throws NightjarException {
    if (depth > DEEPEST) {
      throw file.refused("graphs nested deeper than " + DEEPEST);
    }
    each(
        end,
        (number, stop) -> {
          switch (number) {
            case 1 -> node(stop, depth);
            case 5 -> {
              TensorHead tensor = tensor(stop);
              remember(tensor.name(), tensor);
            }
            case 15 -> sparse(stop);
            default -> {}
          }
        });
  }

  private void node(int end, int depth) throws NightjarException {
    NodeHead node = new NodeHead();
    List<TensorHead> values = new ArrayList<>(1);
    each(
        end,
        (number, stop) -> {
          switch (number) {
            case 1 -> node.input(file.text(stop));
            case 2 -> node.output(file.text(stop));
            case 4 -> node.operator = file.text(stop);
            case 5 -> attribute(stop, depth, values);
            case 7 -> node.domain = file.text(stop);
            default -> {}
          }
        });
    operators.use(file, node);
    constants.add(node);
    for (TensorHead value : values) {
      remember(node.output(), value);
    }
  }

  /** Reads an attribute; a tensor in it goes into the list. */
  private void attribute(int end, int depth, List<TensorHead> values) throws NightjarException {
    each(
        end,
        (number, stop) -> {
          switch (number) {
            case 5, 10 -> values.add(tensor(stop));
            case 6, 11 -> graph(stop, depth + 1);
            case 22, 23 -> sparse(stop);
            default -> {}
          }
        });
  }

  private void remember(String name, TensorHead tensor) throws NightjarException {
    tensor.numbers().ifPresent(numbers -> constants.add(name, numbers));
  }

  private TensorHead tensor(int stop) throws NightjarException {
    tensors++;
    if (tensors > MOST_TENSORS) {
      throw file.refused("the graph has more than " + MOST_TENSORS + " tensors");
    }
    return TensorHead.read(file, stop);
  }

  /** A tensor of few numbers and their places; the engine makes all of it when it loads it. */
  private void sparse(int end) throws NightjarException {
    List<Long> shape = new ArrayList<>();
    while (file.before(end)) {
      long tag = file.varint(end);
      int number = (int) (tag >>> 3);
      int wire = (int) (tag & 7);
      boolean bytes = wire == Protobuf.BYTES;
      int stop = bytes ? file.stop(end) : end;
      if (number == 3 && (bytes || wire == 0)) {
        file.integers(wire, stop, shape, Extents.MOST_AXES);
      } else if (!bytes) {
        file.skip(wire, end);
      } else if (number == 1 || number == 2) {
        tensor(stop);
      }
      if (bytes) {
        file.go(stop);
      }
    }
    if (Extents.count(file, "sparse weights", shape) > Constants.MOST) {
      throw file.refused("sparse weights have the absurd shape " + shape);
    }
  }

  private void function(int end) throws NightjarException {
    String[] names = {"", ""};
    each(
        end,
        (number, stop) -> {
          switch (number) {
            case 1 -> names[1] = file.text(stop);
            case 7 -> node(stop, 1);
            case 10 -> names[0] = file.text(stop);
            case 11 -> attribute(stop, 1, new ArrayList<>());
            default -> {}
          }
        });
    operators.define(file, names[0], names[1]);
  }

  /** Hands out the fields that have bytes, and skips the others. */
  private void each(int end, Field field) throws NightjarException {
    while (file.before(end)) {
      long tag = file.varint(end);
      int wire = (int) (tag & 7);
      if (wire == Protobuf.BYTES) {
        int stop = file.stop(end);
        field.read((int) (tag >>> 3), stop);
        file.go(stop);
      } else {
        file.skip(wire, end);
      }
    }
  }
}
