package org.nightjar.onnx.internal.codec;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.wire.Numbers;
import org.nightjar.onnx.internal.wire.WireReader;
import org.nightjar.onnx.model.Bytes;
import org.nightjar.onnx.model.ElementType;

/** The fields in which a tensor may keep its numbers, until its type says which one counts. */
final class TensorNumbers {
  final Numbers floats;
  final Numbers doubles;
  final Numbers ints;
  final Numbers longs;
  final Numbers unsigned;
  private final WireReader in;
  private Bytes raw;
  private boolean texts;

  TensorNumbers(WireReader in) {
    this.in = in;
    this.floats = in.numbers();
    this.doubles = in.numbers();
    this.ints = in.numbers();
    this.longs = in.numbers();
    this.unsigned = in.numbers();
  }

  void raw(Bytes bytes) {
    raw = bytes;
  }

  /** Texts stay as they stand: nothing here asks for them. */
  void text(WireReader field) throws NightjarException {
    texts = true;
    field.keep();
  }

  /** The raw bytes of a tensor of this type. */
  Bytes data(ElementType type, String name) throws NightjarException {
    List<Numbers> used = new ArrayList<>(List.of(floats, doubles, ints, longs, unsigned));
    used.removeIf(Numbers::isEmpty);
    if (texts != (type == ElementType.STRING) && texts) {
      throw in.refused("tensor '" + name + "' of " + type + " has texts");
    }
    if (used.isEmpty()) {
      return raw == null ? Bytes.EMPTY : raw;
    }
    if (used.size() > 1 || raw != null || used.get(0) != of(type)) {
      throw in.refused("tensor '" + name + "' of " + type + " has numbers of another type");
    }
    return unpacked(type);
  }

  /** Which field onnx.proto has for a type. */
  private Numbers of(ElementType type) {
    return switch (type) {
      case FLOAT, COMPLEX64 -> floats;
      case DOUBLE, COMPLEX128 -> doubles;
      case INT64 -> longs;
      case UINT32, UINT64 -> unsigned;
      case UNDEFINED, STRING -> null;
      default -> ints;
    };
  }

  private Bytes unpacked(ElementType type) throws NightjarException {
    return switch (type) {
      case FLOAT, COMPLEX64 -> floats.fixed();
      case DOUBLE, COMPLEX128 -> doubles.fixed();
      case INT64 -> longs.varints(8, Long.MIN_VALUE, Long.MAX_VALUE);
      case UINT64 -> unsigned.varints(8, Long.MIN_VALUE, Long.MAX_VALUE);
      case UINT32 -> unsigned.varints(4, 0, 0xFFFF_FFFFL);
      case INT32 -> ints.varints(4, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case INT16 -> ints.varints(2, Short.MIN_VALUE, Short.MAX_VALUE);
      case UINT16, FLOAT16, BFLOAT16 -> ints.varints(2, 0, 0xFFFF);
      case BOOL -> ints.varints(1, 0, 1);
      case INT8 -> ints.varints(1, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case UINT8 -> ints.varints(1, 0, 0xFF);
      // Small floats and several numbers in one byte: some write the byte with a sign, some
      // without.
      default -> ints.varints(1, Byte.MIN_VALUE, 0xFF);
    };
  }
}
