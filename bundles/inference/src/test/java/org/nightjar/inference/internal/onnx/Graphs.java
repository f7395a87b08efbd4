package org.nightjar.inference.internal.onnx;

import static org.nightjar.inference.TinyOnnx.integers;

import java.util.List;
import java.util.SplittableRandom;
import org.nightjar.inference.TinyOnnx;

/** Networks of the kinds that tasks use, with random weights that are always the same. */
final class Graphs {
  private final TinyOnnx graph = new TinyOnnx();
  private final SplittableRandom random = new SplittableRandom(7);

  private Graphs() {}

  /** A classifier of images of any size: {@code x [N, 3, H, W] -> y [N, 4]}, each 0 to 1. */
  static byte[] classifier(int side) {
    Graphs cnn = new Graphs();
    cnn.convolution("x", "a", 3, 8);
    cnn.graph.node("MaxPool", List.of("a"), "b", integers("kernel_shape", 2, 2), STRIDES);
    cnn.convolution("b", "c", 8, 16);
    cnn.graph.node("GlobalAveragePool", List.of("c"), "d").node("Flatten", List.of("d"), "e");
    cnn.weights("w", 16, 4);
    return cnn.graph
        .node("MatMul", List.of("e", "w"), "f")
        .node("Sigmoid", List.of("f"), "y")
        .input("x", -1, 3, side, side)
        .output("y", -1, 4)
        .model();
  }

  /** A U-Net of one level: {@code x [N, 1, H, W] -> y [N, 1, H, W]}, H and W even. */
  static byte[] mask(int width) {
    Graphs unet = new Graphs();
    unet.convolution("x", "fine", 1, width);
    unet.graph.node("MaxPool", List.of("fine"), "half", integers("kernel_shape", 2, 2), STRIDES);
    unet.convolution("half", "coarse", width, 2 * width);
    unet.graph
        .initializer("scales", new float[] {1, 1, 2, 2}, 4)
        .node(
            "Resize",
            List.of("coarse", "", "scales"),
            "up",
            TinyOnnx.word("mode", "nearest"),
            TinyOnnx.word("coordinate_transformation_mode", "asymmetric"),
            TinyOnnx.word("nearest_mode", "floor"))
        .node("Concat", List.of("fine", "up"), "both", TinyOnnx.integer("axis", 1));
    unet.convolution("both", "z", 3 * width, 1);
    return unet.graph
        .node("Sigmoid", List.of("z"), "y")
        .input("x", -1, 1, -1, -1)
        .output("y", -1, 1, -1, -1)
        .model();
  }

  private static final byte[] STRIDES = integers("strides", 2, 2);

  private void convolution(String from, String to, int channels, int filters) {
    weights(to + "-w", filters, channels, 3, 3);
    weights(to + "-b", filters);
    graph
        .node(
            "Conv",
            List.of(from, to + "-w", to + "-b"),
            to + "-linear",
            integers("kernel_shape", 3, 3),
            integers("pads", 1, 1, 1, 1))
        .node("Relu", List.of(to + "-linear"), to);
  }

  private void weights(String name, int... shape) {
    int size = 1;
    for (int extent : shape) {
      size *= extent;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextDouble(-0.5, 0.5);
    }
    graph.initializer(name, values, shape);
  }
}
