package org.nightjar.onnx.samples;

import org.nightjar.onnx.build.NetworkBuilder;
import org.nightjar.onnx.build.Value;
import org.nightjar.onnx.build.Window;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;

/**
 * The size of a network that vets transients: three stamps of 51 x 51 pixels in, one probability
 * out; 171,609 parameters.
 */
public final class SmallCnn {
  private static final int[] WIDTHS = {32, 64, 96};
  private static final int LATENT = 28;

  private SmallCnn() {}

  /**
   * Input {@code image [N, 3, 51, 51]}; outputs {@code probability [N, 1]}, {@code logit [N, 1]}
   * and {@code latent [N, 28]}. Nodes are {@code conv1} to {@code conv3}, {@code gemm1} and {@code
   * head}.
   */
  public static OnnxModel network(long seed) {
    RandomWeights weights = new RandomWeights(seed);
    NetworkBuilder net = new NetworkBuilder("small-cnn").metadata("seed", Long.toString(seed));
    Value x = net.input("image", Shape.of("N,3,51,51"));
    int channels = 3;
    for (int width : WIDTHS) {
      x = net.conv(x, weights.conv(width, channels, 3), weights.bias(width), Window.same(3));
      x = net.maxPool(net.relu(x), Window.of(2).stride(2));
      channels = width;
    }
    Value flat = net.flatten(x);
    Value latent =
        net.relu(net.gemm(flat, weights.dense(LATENT, channels * 6 * 6), weights.bias(LATENT)));
    Value logit = net.as("head").gemm(latent, weights.dense(1, LATENT), weights.bias(1));
    return net.output("probability", net.sigmoid(logit), Shape.of("N,1"))
        .output("logit", logit, Shape.of("N,1"))
        .output("latent", latent, Shape.of("N," + LATENT))
        .build();
  }
}
