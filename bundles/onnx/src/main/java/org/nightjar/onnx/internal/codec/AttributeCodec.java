package org.nightjar.onnx.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.wire.WireReader;
import org.nightjar.onnx.internal.wire.WireWriter;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.AttributeValue;
import org.nightjar.onnx.model.Bytes;

/**
 * {@code AttributeProto}. An attribute is spelled out if it has its type's own field and no other
 * value; everything else stays as it stands.
 */
final class AttributeCodec {
  private static final int NAME = 1;
  private static final int TYPE = 20;

  /** All fields that hold values, and the one that refers to a value elsewhere. */
  private static final Set<Integer> VALUES =
      Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 15, 21, 22, 23);

  private AttributeCodec() {}

  static Attribute read(WireReader in) throws NightjarException {
    WireReader again = in.again();
    String name = "";
    long type = 0;
    List<Integer> values = new ArrayList<>();
    while (in.next()) {
      switch (in.field()) {
        case NAME -> name = in.once().text();
        case TYPE -> type = in.once().varint();
        default -> {
          if (VALUES.contains(in.field()) && !values.contains(in.field())) {
            values.add(in.field());
          }
          in.keep();
        }
      }
    }
    Optional<AttributeKind> kind = AttributeKind.of(type);
    if (kind.isPresent() && values.stream().allMatch(field -> field == kind.get().field())) {
      Optional<Attribute> spelledOut = spelledOut(name, kind.get(), again);
      if (spelledOut.isPresent()) {
        return spelledOut.get();
      }
    }
    if (type < 0 || type > Integer.MAX_VALUE) {
      throw in.refused("there is no attribute type " + type);
    }
    Unmodelled.checkAttribute(again.again());
    return new Attribute(name, new AttributeValue.Unmodelled((int) type, in.kept()), Bytes.EMPTY);
  }

  private static Optional<Attribute> spelledOut(String name, AttributeKind kind, WireReader in)
      throws NightjarException {
    AttributeParts parts = new AttributeParts(kind);
    while (in.next()) {
      if (in.field() == kind.field()) {
        parts.take(in);
      } else if (in.field() == NAME || in.field() == TYPE) {
        in.skip();
      } else {
        in.keep();
      }
    }
    return parts.value().map(value -> new Attribute(name, value, in.kept()));
  }

  static void write(Attribute attribute, WireWriter out) {
    out.text(NAME, attribute.name());
    AttributeValue value = attribute.value();
    if (value instanceof AttributeValue.Unmodelled other) {
      out.varintUnlessZero(TYPE, other.type());
      out.verbatim(other.unmodelled());
    } else {
      AttributeKind kind = kind(value);
      write(kind.field(), value, out);
      out.varint(TYPE, kind.number());
    }
    out.verbatim(attribute.unmodelled());
  }

  private static AttributeKind kind(AttributeValue value) {
    if (value instanceof AttributeValue.Int) {
      return AttributeKind.INT;
    } else if (value instanceof AttributeValue.Real) {
      return AttributeKind.REAL;
    } else if (value instanceof AttributeValue.Text) {
      return AttributeKind.TEXT;
    } else if (value instanceof AttributeValue.OfTensor) {
      return AttributeKind.TENSOR;
    } else if (value instanceof AttributeValue.OfGraph) {
      return AttributeKind.GRAPH;
    } else if (value instanceof AttributeValue.Ints) {
      return AttributeKind.INTS;
    } else if (value instanceof AttributeValue.Reals) {
      return AttributeKind.REALS;
    } else if (value instanceof AttributeValue.Texts) {
      return AttributeKind.TEXTS;
    }
    return value instanceof AttributeValue.Tensors ? AttributeKind.TENSORS : AttributeKind.GRAPHS;
  }

  private static void write(int field, AttributeValue value, WireWriter out) {
    if (value instanceof AttributeValue.Int one) {
      out.varint(field, one.value());
    } else if (value instanceof AttributeValue.Real one) {
      out.real(field, one.value());
    } else if (value instanceof AttributeValue.Text one) {
      out.bytes(field, Bytes.copyOf(one.value().getBytes(StandardCharsets.UTF_8)));
    } else if (value instanceof AttributeValue.OfTensor one) {
      out.message(field, inner -> TensorCodec.write(one.value(), inner));
    } else if (value instanceof AttributeValue.OfGraph one) {
      out.message(field, inner -> GraphCodec.write(one.value(), inner));
    } else if (value instanceof AttributeValue.Ints many) {
      many.values().forEach(each -> out.varint(field, each));
    } else if (value instanceof AttributeValue.Reals many) {
      many.values().forEach(each -> out.real(field, each));
    } else if (value instanceof AttributeValue.Texts many) {
      many.values().forEach(each -> out.text(field, each));
    } else if (value instanceof AttributeValue.Tensors many) {
      many.values().forEach(each -> out.message(field, inner -> TensorCodec.write(each, inner)));
    } else if (value instanceof AttributeValue.Graphs many) {
      many.values().forEach(each -> out.message(field, inner -> GraphCodec.write(each, inner)));
    }
  }
}
