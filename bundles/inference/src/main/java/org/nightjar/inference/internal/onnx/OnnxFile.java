package org.nightjar.inference.internal.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Looks at an ONNX file before the engine does. It walks the protobuf structure of the file without
 * building anything from it, so that a truncated file is called truncated, and that weights kept in
 * other files are refused: the checksum of the package would not cover them, and their paths could
 * lead anywhere.
 */
public final class OnnxFile {
  /** Most bytes of a graph: the limit of protobuf. */
  public static final long MOST_BYTES = Integer.MAX_VALUE;

  private static final int DEEPEST = 64;

  /** The messages of onnx.proto that lead to tensors, and where in them. */
  private enum Message {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    SPARSE,
    FUNCTION,
    TENSOR;

    private static final Map<Message, Map<Integer, Message>> CHILDREN =
        Map.of(
            MODEL, Map.of(7, GRAPH, 25, FUNCTION),
            GRAPH, Map.of(1, NODE, 5, TENSOR, 15, SPARSE),
            NODE, Map.of(5, ATTRIBUTE),
            ATTRIBUTE, Map.of(5, TENSOR, 6, GRAPH, 10, TENSOR, 11, GRAPH, 22, SPARSE, 23, SPARSE),
            SPARSE, Map.of(1, TENSOR, 2, TENSOR),
            FUNCTION, Map.of(7, NODE, 11, ATTRIBUTE),
            TENSOR, Map.of());

    Message child(int field) {
      return CHILDREN.get(this).get(field);
    }
  }

  private static final int TENSOR_NAME = 8;
  private static final Set<Integer> TENSOR_EXTERNAL = Set.of(13, 14);

  private final Path file;
  private final ByteBuffer bytes;
  private boolean graphSeen;

  private OnnxFile(Path file, ByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Checks a file.
   *
   * @throws NightjarException {@code MODEL_REFUSED} with the reason, or {@code UNREADABLE}
   */
  public static void check(Path file) throws NightjarException {
    if (!Files.isRegularFile(file)) {
      throw NightjarException.of(
          StandardError.UNREADABLE, "there is no such file", file.toString(), "");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > MOST_BYTES) {
        throw NightjarException.of(
            StandardError.MODEL_REFUSED,
            "the graph has " + channel.size() + " bytes, at most " + MOST_BYTES + " are read",
            file.toString(),
            "");
      }
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      OnnxFile walk = new OnnxFile(file, bytes);
      walk.message(Message.MODEL, bytes.limit(), 0);
      if (!walk.graphSeen) {
        throw walk.refused("no graph in it: this is not an ONNX model");
      }
    } catch (IOException e) {
      throw NightjarException.of(StandardError.UNREADABLE, e.toString(), file.toString(), "");
    }
  }

  private void message(Message message, int end, int depth) throws NightjarException {
    if (depth > DEEPEST) {
      throw refused("graphs nested deeper than " + DEEPEST);
    }
    String tensor = "";
    boolean external = false;
    while (bytes.position() < end) {
      long tag = varint(end);
      int field = (int) (tag >>> 3);
      int wire = (int) (tag & 7);
      if (message == Message.TENSOR && TENSOR_EXTERNAL.contains(field)) {
        external |= wire == 2 || peekVarint(end) != 0;
      }
      if (wire == 2) {
        int stop = stop(end);
        if (message == Message.TENSOR && field == TENSOR_NAME) {
          tensor = text(stop);
        } else if (message.child(field) != null) {
          graphSeen |= message == Message.MODEL && field == 7;
          message(message.child(field), stop, depth + 1);
        }
        bytes.position(stop);
      } else {
        skip(wire, end);
      }
    }
    if (external) {
      throw refused("the weights of '" + tensor + "' lie in another file");
    }
  }

  private int stop(int end) throws NightjarException {
    long length = varint(end);
    if (length < 0 || length > end - bytes.position()) {
      throw truncated();
    }
    return bytes.position() + (int) length;
  }

  private void skip(int wire, int end) throws NightjarException {
    switch (wire) {
      case 0 -> varint(end);
      case 1 -> advance(8, end);
      case 5 -> advance(4, end);
      default ->
          throw refused("byte " + bytes.position() + " is not protobuf: this is not an ONNX model");
    }
  }

  private void advance(int count, int end) throws NightjarException {
    if (count > end - bytes.position()) {
      throw truncated();
    }
    bytes.position(bytes.position() + count);
  }

  private long peekVarint(int end) throws NightjarException {
    int position = bytes.position();
    long value = varint(end);
    bytes.position(position);
    return value;
  }

  private long varint(int end) throws NightjarException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (bytes.position() >= end) {
        throw truncated();
      }
      byte next = bytes.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw refused("byte " + bytes.position() + " is not protobuf: this is not an ONNX model");
  }

  private String text(int stop) {
    byte[] name = new byte[Math.min(256, stop - bytes.position())];
    bytes.get(name);
    return new String(name, StandardCharsets.UTF_8);
  }

  private NightjarException truncated() {
    return refused("the file ends, or a length in it is wrong, at byte " + bytes.position());
  }

  private NightjarException refused(String message) {
    return NightjarException.of(
        StandardError.MODEL_REFUSED,
        message,
        file.toString(),
        "Export the model again as one self-contained ONNX file, and copy it whole.");
  }
}
