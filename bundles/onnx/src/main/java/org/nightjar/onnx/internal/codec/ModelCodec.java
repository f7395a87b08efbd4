package org.nightjar.onnx.internal.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.wire.WireReader;
import org.nightjar.onnx.internal.wire.WireWriter;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.OperatorSet;

/** {@code ModelProto}. Source of all field numbers: onnx.proto of ONNX 1.17. */
public final class ModelCodec {
  private static final int IR_VERSION = 1;
  private static final int PRODUCER = 2;
  private static final int PRODUCER_VERSION = 3;
  private static final int GRAPH = 7;
  private static final int OPERATOR_SET = 8;
  private static final int METADATA = 14;
  private static final int TRAINING = 20;
  private static final int FUNCTION = 25;
  private static final int FIRST = 1;
  private static final int SECOND = 2;

  private ModelCodec() {}

  /** Reads a whole file. */
  public static OnnxModel read(WireReader in) throws NightjarException {
    long irVersion = 0;
    String producer = "";
    String producerVersion = "";
    Graph graph = null;
    List<OperatorSet> sets = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    while (in.next()) {
      switch (in.field()) {
        case IR_VERSION -> irVersion = in.once().varint();
        case PRODUCER -> producer = in.once().text();
        case PRODUCER_VERSION -> producerVersion = in.once().text();
        case GRAPH -> graph = GraphCodec.read(in.once().message());
        case OPERATOR_SET -> sets.add(set(in.message()));
        case METADATA -> entry(in.message(), metadata);
        case TRAINING -> {
          Unmodelled.checkTraining(in.look());
          in.keep();
        }
        case FUNCTION -> {
          Unmodelled.checkFunction(in.look());
          in.keep();
        }
        default -> in.keep();
      }
    }
    if (graph == null) {
      throw in.refused("no graph in it: this is not an ONNX model");
    }
    return new OnnxModel(irVersion, producer, producerVersion, sets, graph, metadata, in.kept());
  }

  private static OperatorSet set(WireReader in) throws NightjarException {
    String domain = "";
    long version = 0;
    while (in.next()) {
      switch (in.field()) {
        case FIRST -> domain = in.once().text();
        case SECOND -> version = in.once().varint();
        default -> throw in.refused("operator sets have no field " + in.field());
      }
    }
    return new OperatorSet(domain, version);
  }

  private static void entry(WireReader in, Map<String, String> metadata) throws NightjarException {
    String key = "";
    String value = "";
    while (in.next()) {
      switch (in.field()) {
        case FIRST -> key = in.once().text();
        case SECOND -> value = in.once().text();
        default -> throw in.refused("metadata have no field " + in.field());
      }
    }
    if (metadata.putIfAbsent(key, value) != null) {
      throw in.refused("two metadata are named '" + key + "'");
    }
  }

  /** Puts a whole file together. */
  public static WireWriter write(OnnxModel model) {
    WireWriter out = new WireWriter();
    out.varintUnlessZero(IR_VERSION, model.irVersion());
    out.textUnlessEmpty(PRODUCER, model.producer());
    out.textUnlessEmpty(PRODUCER_VERSION, model.producerVersion());
    out.message(GRAPH, inner -> GraphCodec.write(model.graph(), inner));
    for (OperatorSet set : model.operatorSets()) {
      out.message(
          OPERATOR_SET,
          inner -> {
            inner.textUnlessEmpty(FIRST, set.domain());
            inner.varint(SECOND, set.version());
          });
    }
    model
        .metadata()
        .forEach(
            (key, value) ->
                out.message(
                    METADATA,
                    inner -> {
                      inner.text(FIRST, key);
                      inner.text(SECOND, value);
                    }));
    out.verbatim(model.unmodelled());
    return out;
  }
}
