package org.nightjar.inference.internal.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;

/**
 * What a tensor in a file says of itself. It is refused where its numbers lie in another file, and
 * where its shape asks for more of them than the file has: the engine would allocate them first.
 */
final class TensorHead {
  /** The fields that have numbers one by one. */
  private static final Set<Integer> TYPED = Set.of(4, 5, 6, 7, 10, 11);

  /** Constants that may be shapes have no more numbers than this. */
  private static final int MOST_READ = 16;

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  /** Bits of one number by type as onnx.proto numbers them; 0 where that is not fixed. */
  private static final int[] BITS = {
    0, 32, 8, 8, 16, 16, 32, 64, 0, 8, 16, 64, 32, 64, 64, 128, 16, 8, 8, 8, 8, 4, 4, 4, 8, 2, 2
  };

  /** Numbers of the smallest type that one byte outside raw_data can stand for. */
  private static final int MOST_PER_BYTE = 4;

  private final Protobuf file;
  private final List<Long> shape = new ArrayList<>();
  private String name = "";
  private int type;
  private boolean external;
  private int raw = -1;
  private int rawBytes;
  private long typedBytes;
  private final List<Double> typed = new ArrayList<>();

  private TensorHead(Protobuf file) {
    this.file = file;
  }

  /** Reads a tensor that ends at a position. */
  static TensorHead read(Protobuf file, int end) throws NightjarException {
    TensorHead head = new TensorHead(file);
    while (file.before(end)) {
      head.field(end);
    }
    head.check();
    return head;
  }

  String name() {
    return name;
  }

  /** Its numbers, if it is so small that it may be the shape of something. */
  Optional<List<Double>> numbers() throws NightjarException {
    if (count() > MOST_READ || (type != FLOAT && type != INT64)) {
      return Optional.empty();
    }
    if (raw < 0) {
      return Optional.of(List.copyOf(typed));
    }
    int back = file.position();
    file.go(raw);
    List<Double> numbers = new ArrayList<>();
    int end = raw + rawBytes;
    while (file.before(end)) {
      numbers.add(type == FLOAT ? (double) file.fixedFloat(end) : (double) file.fixedLong(end));
    }
    file.go(back);
    return Optional.of(numbers);
  }

  private void field(int end) throws NightjarException {
    long tag = file.varint(end);
    int field = (int) (tag >>> 3);
    int wire = (int) (tag & 7);
    boolean bytes = wire == Protobuf.BYTES;
    int stop = bytes ? file.stop(end) : end;
    int begin = file.position();
    if (field == 1 && (bytes || wire == 0)) {
      file.integers(wire, stop, shape, Extents.MOST_AXES);
    } else if (field == 2 && wire == 0) {
      type = (int) file.varint(end);
    } else if (field == 8 && bytes) {
      name = file.text(stop);
    } else if (field == 9 && bytes) {
      raw = begin;
      rawBytes = stop - begin;
    } else if (TYPED.contains(field)) {
      typed(field, wire, stop);
    } else if (field == 13 || field == 14) {
      external |= wire != 0 || file.varint(end) != 0;
    }
    if (bytes) {
      file.go(stop);
    } else if (file.position() == begin) {
      file.skip(wire, end);
    }
  }

  private void typed(int field, int wire, int stop) throws NightjarException {
    boolean bytes = wire == Protobuf.BYTES;
    // One text is one number, and may be empty.
    typedBytes += field == 6 || !bytes ? Long.BYTES : stop - file.position();
    boolean floats = field == 4 && (bytes || wire == 5);
    boolean longs = field == 7 && (bytes || wire == 0);
    while ((floats || longs) && typed.size() < MOST_READ && file.before(stop)) {
      typed.add(floats ? (double) file.fixedFloat(stop) : (double) file.varint(stop));
      if (!bytes) {
        return;
      }
    }
  }

  private void check() throws NightjarException {
    if (external) {
      throw file.refused("the weights of '" + name + "' lie in another file");
    }
    long count = count();
    int bits = type > 0 && type < BITS.length ? BITS[type] : 0;
    if (raw >= 0 && bits > 0) {
      // In whole bytes; a count of 2^56 numbers is refused before this could overflow.
      long bytes = (count * bits + 7) / 8;
      if (bytes != rawBytes) {
        throw file.refused(
            "the weights of '%s' have %d bytes, but their shape %s takes %d"
                .formatted(name, rawBytes, shape, bytes));
      }
    } else if (raw < 0 && count > MOST_PER_BYTE * typedBytes) {
      throw file.refused(
          "the weights of '%s' are %d numbers by their shape %s, but the file has fewer"
              .formatted(name, count, shape));
    }
  }

  private long count() throws NightjarException {
    return Extents.count(file, "the weights of '" + name + "'", shape);
  }
}
