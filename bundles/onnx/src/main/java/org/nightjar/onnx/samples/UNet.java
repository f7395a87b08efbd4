package org.nightjar.onnx.samples;

import java.util.ArrayDeque;
import java.util.Deque;
import org.nightjar.onnx.build.NetworkBuilder;
import org.nightjar.onnx.build.Value;
import org.nightjar.onnx.build.Window;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;

/**
 * A U-Net that gives each pixel of an image of one channel a probability.
 *
 * <p>Source: Ronneberger, Fischer and Brox 2015, "U-Net", figure 1; with padded convolutions and
 * repeated pixels in place of transposed convolutions.
 */
public final class UNet {
  private final NetworkBuilder net = new NetworkBuilder("unet");
  private final RandomWeights weights;

  private UNet(long seed) {
    this.weights = new RandomWeights(seed);
    net.metadata("seed", Long.toString(seed));
  }

  /** Base 32, 4 levels, 1,946,305 parameters; rows and columns must be multiples of 8. */
  public static OnnxModel network(long seed) {
    return network(seed, 32, 4);
  }

  /**
   * Input {@code image [N, 1, H, W]}, output {@code mask [N, 1, H, W]}; H and W must be multiples
   * of {@code 2^(levels - 1)}. The first convolution is {@code conv1}, the last {@code head}.
   *
   * @param base channels at full size; each level has twice those of the one above
   * @param levels sizes at which it looks at the image, at least 1
   */
  public static OnnxModel network(long seed, int base, int levels) {
    return new UNet(seed).build(base, levels);
  }

  private OnnxModel build(int base, int levels) {
    Value x = net.input("image", Shape.of("N,1,H,W"));
    net.metadata("sizeMultiple", Integer.toString(1 << (levels - 1)));
    Deque<Value> skips = new ArrayDeque<>();
    x = twice(x, 1, base);
    int width = base;
    for (int level = 1; level < levels; level++) {
      skips.push(x);
      x = twice(net.maxPool(x, Window.of(2).stride(2)), width, 2 * width);
      width *= 2;
    }
    while (!skips.isEmpty()) {
      Value joined = net.concat(1, net.upsample(x, 2), skips.pop());
      x = twice(joined, width + width / 2, width / 2);
      width /= 2;
    }
    Value logit = net.as("head").conv(x, weights.conv(1, width, 1), weights.bias(1), Window.of(1));
    return net.output("mask", net.sigmoid(logit), Shape.of("N,1,H,W")).build();
  }

  private Value twice(Value x, int in, int out) {
    Value first = conv(x, in, out);
    return conv(first, out, out);
  }

  private Value conv(Value x, int in, int out) {
    return net.relu(net.conv(x, weights.conv(out, in, 3), weights.bias(out), Window.same(3)));
  }
}
