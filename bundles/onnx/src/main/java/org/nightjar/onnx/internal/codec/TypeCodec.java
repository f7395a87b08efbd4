package org.nightjar.onnx.internal.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.wire.WireReader;
import org.nightjar.onnx.internal.wire.WireWriter;
import org.nightjar.onnx.model.Dimension;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.OtherType;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.TensorType;
import org.nightjar.onnx.model.ValueInfo;
import org.nightjar.onnx.model.ValueType;

/**
 * {@code ValueInfoProto} and {@code TypeProto}. A type that says anything beyond element, shape and
 * denotations stays as it stands, whole.
 */
final class TypeCodec {
  private static final int INFO_NAME = 1;
  private static final int INFO_TYPE = 2;
  private static final int TYPE_TENSOR = 1;
  private static final int TYPE_DENOTATION = 6;
  private static final int TENSOR_ELEMENT = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int SHAPE_AXIS = 1;
  private static final int AXIS_SIZE = 1;
  private static final int AXIS_PARAMETER = 2;
  private static final int AXIS_DENOTATION = 3;

  private TypeCodec() {}

  static ValueInfo read(WireReader in) throws NightjarException {
    String name = "";
    ValueType type = OtherType.NONE;
    while (in.next()) {
      switch (in.field()) {
        case INFO_NAME -> name = in.once().text();
        case INFO_TYPE -> type = type(in.once().message());
        default -> in.keep();
      }
    }
    return new ValueInfo(name, type, in.kept());
  }

  private static ValueType type(WireReader in) throws NightjarException {
    WireReader whole = in.again();
    TensorType found = null;
    String denotation = "";
    boolean plain = true;
    while (in.next()) {
      switch (in.field()) {
        case TYPE_TENSOR -> {
          Optional<TensorType> tensor = tensor(in.once().message());
          plain &= tensor.isPresent();
          found = tensor.orElse(null);
        }
        case TYPE_DENOTATION -> denotation = in.once().text();
        default -> {
          plain = false;
          in.skip();
        }
      }
    }
    return plain && found != null
        ? new TensorType(found.element(), found.shape(), denotation)
        : asItStands(whole);
  }

  private static OtherType asItStands(WireReader in) throws NightjarException {
    while (in.next()) {
      in.keep();
    }
    return new OtherType(in.kept());
  }

  private static Optional<TensorType> tensor(WireReader in) throws NightjarException {
    Optional<ElementType> element = Optional.of(ElementType.UNDEFINED);
    Optional<Shape> shape = Optional.empty();
    boolean plain = true;
    while (in.next()) {
      switch (in.field()) {
        case TENSOR_ELEMENT -> element = ElementType.of(in.once().varint());
        case TENSOR_SHAPE -> {
          shape = shape(in.once().message());
          plain &= shape.isPresent();
        }
        default -> {
          plain = false;
          in.skip();
        }
      }
    }
    return plain && element.isPresent()
        ? Optional.of(new TensorType(element.get(), shape, ""))
        : Optional.empty();
  }

  private static Optional<Shape> shape(WireReader in) throws NightjarException {
    List<Dimension> axes = new ArrayList<>();
    boolean plain = true;
    while (in.next()) {
      if (in.field() == SHAPE_AXIS) {
        Optional<Dimension> axis = axis(in.message());
        plain &= axis.isPresent();
        axis.ifPresent(axes::add);
      } else {
        plain = false;
        in.skip();
      }
    }
    return plain ? Optional.of(new Shape(axes)) : Optional.empty();
  }

  private static Optional<Dimension> axis(WireReader in) throws NightjarException {
    OptionalLong size = OptionalLong.empty();
    String parameter = "";
    String denotation = "";
    boolean plain = true;
    while (in.next()) {
      switch (in.field()) {
        case AXIS_SIZE -> size = OptionalLong.of(in.once().varint());
        case AXIS_PARAMETER -> parameter = in.once().text();
        case AXIS_DENOTATION -> denotation = in.once().text();
        default -> {
          plain = false;
          in.skip();
        }
      }
    }
    return plain && (size.isEmpty() || parameter.isEmpty())
        ? Optional.of(new Dimension(size, parameter, denotation))
        : Optional.empty();
  }

  static void write(ValueInfo info, WireWriter out) {
    out.text(INFO_NAME, info.name());
    if (info.type() instanceof TensorType tensor) {
      out.message(INFO_TYPE, type -> writeType(tensor, type));
    } else if (info.type() instanceof OtherType other && !other.unmodelled().isEmpty()) {
      out.bytes(INFO_TYPE, other.unmodelled());
    }
    out.verbatim(info.unmodelled());
  }

  private static void writeType(TensorType type, WireWriter out) {
    out.message(
        TYPE_TENSOR,
        tensor -> {
          tensor.varint(TENSOR_ELEMENT, type.element().number());
          type.shape()
              .ifPresent(shape -> tensor.message(TENSOR_SHAPE, axes -> writeAxes(shape, axes)));
        });
    out.textUnlessEmpty(TYPE_DENOTATION, type.denotation());
  }

  private static void writeAxes(Shape shape, WireWriter out) {
    for (Dimension axis : shape.dimensions()) {
      out.message(
          SHAPE_AXIS,
          each -> {
            axis.size().ifPresent(size -> each.varint(AXIS_SIZE, size));
            each.textUnlessEmpty(AXIS_PARAMETER, axis.parameter());
            each.textUnlessEmpty(AXIS_DENOTATION, axis.denotation());
          });
    }
  }
}
