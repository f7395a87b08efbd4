package org.nightjar.onnx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.onnx.build.NetworkBuilder;
import org.nightjar.onnx.build.Value;
import org.nightjar.onnx.build.Window;
import org.nightjar.onnx.model.Attribute;
import org.nightjar.onnx.model.AttributeValue;
import org.nightjar.onnx.model.Bytes;
import org.nightjar.onnx.model.Dimension;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Graph;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.TensorType;
import org.nightjar.onnx.model.ValueInfo;

/** Small networks for tests. */
public final class Networks {
  private Networks() {}

  /** A file with every kind of field in it, in about 1 kB. It does not run. */
  public static OnnxModel everything() {
    Graph inner =
        new Graph(
            "inner",
            List.of(Node.of("", "Identity", List.of("x"), List.of("z"))),
            List.of(),
            List.of(),
            List.of(ValueInfo.of("z", TensorType.of(ElementType.FLOAT))),
            List.of(),
            Bytes.EMPTY);
    Attribute[] attributes = {
      Attribute.of("int", -1),
      Attribute.of("real", 0.5f),
      Attribute.of("text", "naïve"),
      Attribute.of("ints", new long[] {1, -2, 1L << 50}),
      Attribute.of("tensor", Tensor.raw("", ElementType.INT8, new byte[] {1, 2}, 2)),
      Attribute.of("graph", new AttributeValue.OfGraph(inner)),
      Attribute.of("reals", new AttributeValue.Reals(List.of(1f, Float.NaN))),
      Attribute.of("texts", new AttributeValue.Texts(List.of("a", ""))),
      Attribute.of("tensors", new AttributeValue.Tensors(List.of(Tensor.ints("", new int[0], 0)))),
      Attribute.of("graphs", new AttributeValue.Graphs(List.of(inner)))
    };
    NetworkBuilder net = new NetworkBuilder("everything").metadata("card", "all of it");
    Value x = net.input("image", Shape.of("N,1,H,W"));
    Tensor weight = Tensor.floats("", new float[9], 1, 1, 3, 3);
    Value y = net.conv(x, weight, Tensor.floats("", new float[1], 1), Window.same(3));
    y = net.node("Custom", List.of(y), attributes);
    OnnxModel model = net.output("y", y, Shape.of("N,1")).build();
    Shape odd =
        new Shape(
            List.of(
                new Dimension(OptionalLong.empty(), "", ""),
                new Dimension(OptionalLong.of(0), "", "DATA_CHANNEL")));
    ValueInfo noted =
        ValueInfo.of("conv1", new TensorType(ElementType.FLOAT, Optional.of(odd), "IMAGE"));
    Graph graph = model.graph();
    return model.with(
        new Graph(
            graph.name(),
            graph.nodes(),
            graph.initialisers(),
            graph.inputs(),
            graph.outputs(),
            List.of(noted, ValueInfo.of("any", TensorType.of(ElementType.INT64))),
            graph.unmodelled()));
  }
}
