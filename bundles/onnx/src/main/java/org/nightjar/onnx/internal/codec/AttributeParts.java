package org.nightjar.onnx.internal.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.wire.Utf8;
import org.nightjar.onnx.internal.wire.WireReader;
import org.nightjar.onnx.model.AttributeValue;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Tensor;

/** The value of an attribute while its fields are read. */
final class AttributeParts {
  private final AttributeKind kind;
  private final List<Long> longs = new ArrayList<>();
  private final List<Float> reals = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Tensor> tensors = new ArrayList<>();
  private final List<Graph> graphs = new ArrayList<>();
  private boolean understood = true;

  AttributeParts(AttributeKind kind) {
    this.kind = kind;
  }

  /** Takes the field at hand, which is the one of this kind. */
  void take(WireReader in) throws NightjarException {
    switch (kind) {
      case REAL -> reals.add(in.once().real());
      case INT -> longs.add(in.once().varint());
      case TEXT -> text(in.once());
      case TENSOR -> tensors.add(TensorCodec.read(in.once().message()));
      case GRAPH -> graphs.add(GraphCodec.read(in.once().message()));
      case REALS -> in.reals(reals);
      case INTS -> in.longs(longs);
      case TEXTS -> text(in);
      case TENSORS -> tensors.add(TensorCodec.read(in.message()));
      case GRAPHS -> graphs.add(GraphCodec.read(in.message()));
    }
  }

  /** Bytes that are no text are somebody's own business and stay as they stand. */
  private void text(WireReader in) throws NightjarException {
    Optional<String> text = Utf8.decode(in.bytes());
    understood &= text.isPresent();
    text.ifPresent(texts::add);
  }

  /** The value, if all fields were understood; a number that is not there is 0. */
  Optional<AttributeValue> value() {
    if (!understood) {
      return Optional.empty();
    }
    return switch (kind) {
      case REAL -> Optional.of(new AttributeValue.Real(reals.isEmpty() ? 0 : reals.get(0)));
      case INT -> Optional.of(new AttributeValue.Int(longs.isEmpty() ? 0 : longs.get(0)));
      case TEXT -> Optional.of(new AttributeValue.Text(texts.isEmpty() ? "" : texts.get(0)));
      case TENSOR -> tensors.stream().findFirst().map(AttributeValue.OfTensor::new);
      case GRAPH -> graphs.stream().findFirst().map(AttributeValue.OfGraph::new);
      case REALS -> Optional.of(new AttributeValue.Reals(reals));
      case INTS -> Optional.of(new AttributeValue.Ints(longs));
      case TEXTS -> Optional.of(new AttributeValue.Texts(texts));
      case TENSORS -> Optional.of(new AttributeValue.Tensors(tensors));
      case GRAPHS -> Optional.of(new AttributeValue.Graphs(graphs));
    };
  }
}
