package org.nightjar.onnx.internal.codec;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.internal.wire.WireReader;
import org.nightjar.onnx.internal.wire.WireWriter;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.Node;

/** {@code NodeProto}. */
final class NodeCodec {
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int NAME = 3;
  private static final int OP = 4;
  private static final int ATTRIBUTE = 5;
  private static final int DOMAIN = 7;

  private NodeCodec() {}

  static Node read(WireReader in) throws NightjarException {
    String name = "";
    String op = "";
    String domain = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    List<Attribute> attributes = new ArrayList<>();
    while (in.next()) {
      switch (in.field()) {
        case INPUT -> inputs.add(in.text());
        case OUTPUT -> outputs.add(in.text());
        case NAME -> name = in.once().text();
        case OP -> op = in.once().text();
        case ATTRIBUTE -> attributes.add(AttributeCodec.read(in.message()));
        case DOMAIN -> domain = in.once().text();
        default -> in.keep();
      }
    }
    return new Node(name, op, domain, inputs, outputs, attributes, in.kept());
  }

  static void write(Node node, WireWriter out) {
    node.inputs().forEach(input -> out.text(INPUT, input));
    node.outputs().forEach(output -> out.text(OUTPUT, output));
    out.textUnlessEmpty(NAME, node.name());
    out.text(OP, node.op());
    node.attributes()
        .forEach(
            attribute -> out.message(ATTRIBUTE, inner -> AttributeCodec.write(attribute, inner)));
    out.textUnlessEmpty(DOMAIN, node.domain());
    out.verbatim(node.unmodelled());
  }
}
