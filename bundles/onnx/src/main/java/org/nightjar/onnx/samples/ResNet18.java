package org.nightjar.onnx.samples;

import org.nightjar.onnx.build.NetworkBuilder;
import org.nightjar.onnx.build.Value;
import org.nightjar.onnx.build.Window;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;

/**
 * ResNet-18 for three channels of 100 x 100 pixels and ten classes, with batch normalisation; 11.2
 * million parameters.
 *
 * <p>Source: He, Zhang, Ren and Sun 2016, "Deep residual learning for image recognition", table 1.
 */
public final class ResNet18 {
  private static final int[] WIDTHS = {64, 128, 256, 512};
  private static final int CLASSES = 10;
  private static final float EPSILON = 1e-5f;

  private final NetworkBuilder net = new NetworkBuilder("resnet18");
  private final RandomWeights weights;

  private ResNet18(long seed) {
    this.weights = new RandomWeights(seed);
    net.metadata("seed", Long.toString(seed));
  }

  /**
   * Input {@code image [N, 3, 100, 100]}, output {@code logits [N, 10]}. The first convolution is
   * {@code stem}, the last layer {@code head}.
   */
  public static OnnxModel network(long seed) {
    return new ResNet18(seed).build();
  }

  private OnnxModel build() {
    Value x = net.input("image", Shape.of("N,3,100,100"));
    x = net.relu(normalised("stem", x, 3, 64, Window.same(7).stride(2), 1));
    x = net.maxPool(x, Window.same(3).stride(2));
    int channels = WIDTHS[0];
    for (int stage = 0; stage < WIDTHS.length; stage++) {
      for (int block = 0; block < 2; block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        String name = "stage" + (stage + 1) + "." + (block + 1);
        x = block(name, x, channels, WIDTHS[stage], stride);
        channels = WIDTHS[stage];
      }
    }
    Value pooled = net.flatten(net.globalAveragePool(x));
    Value logits =
        net.as("head").gemm(pooled, weights.dense(CLASSES, channels), weights.bias(CLASSES));
    return net.output("logits", logits, Shape.of("N," + CLASSES)).build();
  }

  private Value block(String name, Value x, int in, int out, int stride) {
    Value y = normalised(name + ".conv1", x, in, out, Window.same(3).stride(stride), 1);
    // Half the scale on the branch: without training, sums of branches would double at each block.
    y = normalised(name + ".conv2", net.relu(y), out, out, Window.same(3), 0.5);
    Value shortcut =
        in == out && stride == 1
            ? x
            : normalised(name + ".shortcut", x, in, out, Window.of(1).stride(stride), 1);
    return net.relu(net.add(y, shortcut));
  }

  private Value normalised(String name, Value x, int in, int out, Window window, double scale) {
    Value y = net.as(name).conv(x, weights.conv(out, in, window.size()), window);
    return net.as(name + ".norm")
        .batchNormalisation(
            y,
            weights.between(0.7 * scale, 1.3 * scale, out),
            weights.bias(out),
            weights.bias(out),
            weights.between(0.7, 1.3, out),
            EPSILON);
  }
}
