package org.nightjar.inference;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes small ONNX files (opset 17, IR 8), field by field as onnx.proto has them. */
public final class TinyOnnx {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  /** {@code y = x + bias} for one sample shape, -1 where open; the batch axis is open. */
  public static byte[] add(float bias, int... shape) {
    return new TinyOnnx()
        .node("Add", List.of("x", "bias"), "y")
        .initializer("bias", new float[] {bias}, 1)
        .input("x", -1, shape)
        .output("y", -1, shape)
        .model();
  }

  /** {@code y = x W}: {@code [N, rows] -> [N, columns]}. */
  public static byte[] matMul(float[] weights, int rows, int columns) {
    return new TinyOnnx()
        .node("MatMul", List.of("x", "w"), "y")
        .initializer("w", weights, rows, columns)
        .input("x", -1, rows)
        .output("y", -1, columns)
        .model();
  }

  public TinyOnnx node(String op, List<String> inputs, String output, byte[]... attributes) {
    return node("", op, inputs, output, attributes);
  }

  /** A node of an operator of another domain; attributes as {@link #integers} and others give. */
  public TinyOnnx node(
      String domain, String op, List<String> inputs, String output, byte[]... attributes) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    inputs.forEach(input -> bytes(node, 1, utf8(input)));
    bytes(node, 2, utf8(output));
    bytes(node, 4, utf8(op));
    for (byte[] attribute : attributes) {
      bytes(node, 5, attribute);
    }
    if (!domain.isEmpty()) {
      bytes(node, 7, utf8(domain));
    }
    bytes(graph, 1, node.toByteArray());
    return this;
  }

  /** An attribute that is a list of numbers. */
  public static byte[] integers(String name, long... values) {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    bytes(attribute, 1, utf8(name));
    for (long value : values) {
      number(attribute, 8, value);
    }
    number(attribute, 20, 7);
    return attribute.toByteArray();
  }

  /** An attribute that is one number. */
  public static byte[] integer(String name, long value) {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    bytes(attribute, 1, utf8(name));
    number(attribute, 3, value);
    number(attribute, 20, 2);
    return attribute.toByteArray();
  }

  /** An attribute that is a word. */
  public static byte[] word(String name, String value) {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    bytes(attribute, 1, utf8(name));
    bytes(attribute, 4, utf8(value));
    number(attribute, 20, 3);
    return attribute.toByteArray();
  }

  public TinyOnnx initializer(String name, float[] values, int... shape) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return tensor(name, FLOAT, raw.array(), Arrays.stream(shape).asLongStream().toArray());
  }

  /** Whole numbers, such as a shape that a graph is given. */
  public TinyOnnx initializer(String name, long[] values) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    raw.asLongBuffer().put(values);
    return tensor(name, INT64, raw.array(), values.length);
  }

  /** A tensor of any type with any bytes, whether they fit its shape or not. */
  public TinyOnnx tensor(String name, int type, byte[] raw, long... shape) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    for (long extent : shape) {
      number(tensor, 1, extent);
    }
    number(tensor, 2, type);
    bytes(tensor, 8, utf8(name));
    bytes(tensor, 9, raw);
    bytes(graph, 5, tensor.toByteArray());
    return this;
  }

  /** Weights that lie in another file. */
  public TinyOnnx externalInitializer(String name, String location) {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    bytes(entry, 1, utf8("location"));
    bytes(entry, 2, utf8(location));
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, 1);
    number(tensor, 2, FLOAT);
    bytes(tensor, 8, utf8(name));
    bytes(tensor, 13, entry.toByteArray());
    number(tensor, 14, 1);
    bytes(graph, 5, tensor.toByteArray());
    return this;
  }

  /** An input; extents below 0 are open. */
  public TinyOnnx input(String name, int batch, int... shape) {
    return port(11, name, batch, shape);
  }

  public TinyOnnx output(String name, int batch, int... shape) {
    return port(12, name, batch, shape);
  }

  public byte[] model() {
    bytes(graph, 2, utf8("tiny"));
    ByteArrayOutputStream opset = new ByteArrayOutputStream();
    number(opset, 2, 17);
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    number(model, 1, 8);
    bytes(model, 7, graph.toByteArray());
    bytes(model, 8, opset.toByteArray());
    return model.toByteArray();
  }

  private TinyOnnx port(int field, String name, int batch, int... shape) {
    ByteArrayOutputStream extents = new ByteArrayOutputStream();
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    if (batch < 0) {
      bytes(first, 2, utf8("N"));
    } else {
      number(first, 1, batch);
    }
    bytes(extents, 1, first.toByteArray());
    for (int i = 0; i < shape.length; i++) {
      int extent = shape[i];
      ByteArrayOutputStream axis = new ByteArrayOutputStream();
      if (extent < 0) {
        bytes(axis, 2, utf8("extent" + i));
      } else {
        number(axis, 1, extent);
      }
      bytes(extents, 1, axis.toByteArray());
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, FLOAT);
    bytes(tensor, 2, extents.toByteArray());
    ByteArrayOutputStream type = new ByteArrayOutputStream();
    bytes(type, 1, tensor.toByteArray());
    ByteArrayOutputStream port = new ByteArrayOutputStream();
    bytes(port, 1, utf8(name));
    bytes(port, 2, type.toByteArray());
    bytes(graph, field, port.toByteArray());
    return this;
  }

  private static void number(ByteArrayOutputStream out, int field, long value) {
    varint(out, (long) field << 3);
    varint(out, value);
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    varint(out, ((long) field << 3) | 2);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
