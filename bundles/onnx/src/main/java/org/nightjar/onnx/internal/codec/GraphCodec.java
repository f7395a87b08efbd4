package org.nightjar.onnx.internal.codec;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.wire.WireReader;
import org.nightjar.onnx.internal.wire.WireWriter;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.ValueInfo;

/** {@code GraphProto}. */
final class GraphCodec {
  private static final int NODE = 1;
  private static final int NAME = 2;
  private static final int INITIALISER = 5;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;
  private static final int VALUE = 13;
  private static final int SPARSE_INITIALISER = 15;

  private GraphCodec() {}

  static Graph read(WireReader in) throws NightjarException {
    String name = "";
    List<Node> nodes = new ArrayList<>();
    List<Tensor> initialisers = new ArrayList<>();
    List<ValueInfo> inputs = new ArrayList<>();
    List<ValueInfo> outputs = new ArrayList<>();
    List<ValueInfo> values = new ArrayList<>();
    while (in.next()) {
      switch (in.field()) {
        case NODE -> nodes.add(NodeCodec.read(in.message()));
        case NAME -> name = in.once().text();
        case INITIALISER -> initialisers.add(TensorCodec.read(in.message()));
        case INPUT -> inputs.add(TypeCodec.read(in.message()));
        case OUTPUT -> outputs.add(TypeCodec.read(in.message()));
        case VALUE -> values.add(TypeCodec.read(in.message()));
        case SPARSE_INITIALISER -> {
          Unmodelled.checkSparse(in.look());
          in.keep();
        }
        default -> in.keep();
      }
    }
    return new Graph(name, nodes, initialisers, inputs, outputs, values, in.kept());
  }

  static void write(Graph graph, WireWriter out) {
    graph.nodes().forEach(node -> out.message(NODE, inner -> NodeCodec.write(node, inner)));
    out.textUnlessEmpty(NAME, graph.name());
    for (Tensor initialiser : graph.initialisers()) {
      out.message(INITIALISER, inner -> TensorCodec.write(initialiser, inner));
    }
    writeInfos(INPUT, graph.inputs(), out);
    writeInfos(OUTPUT, graph.outputs(), out);
    writeInfos(VALUE, graph.values(), out);
    out.verbatim(graph.unmodelled());
  }

  private static void writeInfos(int field, List<ValueInfo> infos, WireWriter out) {
    infos.forEach(info -> out.message(field, inner -> TypeCodec.write(info, inner)));
  }
}
