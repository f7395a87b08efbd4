package org.nightjar.onnx.internal.codec;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.wire.Numbers;
import org.nightjar.onnx.internal.wire.WireReader;
import org.nightjar.onnx.internal.wire.WireWriter;
import org.nightjar.onnx.model.Bytes;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Tensor;

/**
 * {@code TensorProto}. Its numbers may lie in one of six fields; here they are always the raw
 * bytes.
 */
final class TensorCodec {
  private static final int DIMS = 1;
  private static final int TYPE = 2;
  private static final int FLOATS = 4;
  private static final int INTS = 5;
  private static final int TEXTS = 6;
  private static final int LONGS = 7;
  private static final int NAME = 8;
  private static final int RAW = 9;
  private static final int DOUBLES = 10;
  private static final int UNSIGNED = 11;
  private static final int EXTERNAL = 13;
  private static final int LOCATION = 14;

  private TensorCodec() {}

  static Tensor read(WireReader in) throws NightjarException {
    List<Long> dims = new ArrayList<>();
    ElementType type = ElementType.UNDEFINED;
    String name = "";
    boolean external = false;
    TensorNumbers numbers = new TensorNumbers(in);
    while (in.next()) {
      switch (in.field()) {
        case DIMS -> in.longs(dims);
        case TYPE -> type = type(in, in.once().varint());
        case NAME -> name = in.once().text();
        case RAW -> numbers.raw(in.once().bytes());
        case FLOATS -> in.addTo(numbers.floats, Numbers.FIXED32);
        case DOUBLES -> in.addTo(numbers.doubles, Numbers.FIXED64);
        case INTS -> in.addTo(numbers.ints, Numbers.VARINT);
        case LONGS -> in.addTo(numbers.longs, Numbers.VARINT);
        case UNSIGNED -> in.addTo(numbers.unsigned, Numbers.VARINT);
        case TEXTS -> numbers.text(in);
        case EXTERNAL -> {
          external = true;
          in.skip();
        }
        case LOCATION -> external |= in.once().varint() != 0;
        default -> in.keep();
      }
    }
    if (external) {
      throw in.refused("the weights of '" + name + "' lie in another file");
    }
    return tensor(in, name, type, dims, numbers.data(type, name));
  }

  private static ElementType type(WireReader in, long number) throws NightjarException {
    return ElementType.of(number)
        .orElseThrow(() -> in.refused("there is no element type " + number));
  }

  private static Tensor tensor(
      WireReader in, String name, ElementType type, List<Long> dims, Bytes data)
      throws NightjarException {
    try {
      return new Tensor(name, type, dims, data, in.kept());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw in.refused(
          "tensor '" + name + "' of " + type + dims + " has " + data.size() + " bytes");
    }
  }

  static void write(Tensor tensor, WireWriter out) {
    tensor.dims().forEach(extent -> out.varint(DIMS, extent));
    out.varint(TYPE, tensor.type().number());
    out.textUnlessEmpty(NAME, tensor.name());
    if (!tensor.data().isEmpty()) {
      out.bytes(RAW, tensor.data());
    }
    out.verbatim(tensor.unmodelled());
  }
}
