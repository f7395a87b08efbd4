package org.nightjar.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nightjar.onnx.build.NetworkBuilder;
import org.nightjar.onnx.build.Value;
import org.nightjar.onnx.build.Window;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.TensorType;
import org.nightjar.onnx.model.ValueInfo;

/** Operations put together at random: what nobody would think of writing into a test. */
public final class RandomNetwork {
  private static final int SIZE = 16;

  private record Image(Value value, int channels, int size) {}

  private final Random random;
  private final NetworkBuilder net = new NetworkBuilder("random");
  private final List<Image> images = new ArrayList<>();

  private RandomNetwork(long seed) {
    this.random = new Random(seed);
  }

  /** Input {@code image [N, 2, 16, 16]}, outputs {@code out0}, {@code out1} and so on. */
  public static OnnxModel of(long seed) {
    return new RandomNetwork(seed).build();
  }

  private OnnxModel build() {
    images.add(new Image(net.input("image", Shape.of("N,2,16,16")), 2, SIZE));
    for (int step = 5 + random.nextInt(10); step > 0; step--) {
      images.add(next(any()));
    }
    int outputs = 0;
    for (Image image : List.copyOf(images)) {
      if (image == images.get(images.size() - 1) || random.nextInt(6) == 0) {
        Value result = random.nextBoolean() ? image.value() : answer(image);
        net.output("out" + outputs++, result, Shape.SCALAR);
      }
    }
    OnnxModel model = net.build();
    List<ValueInfo> anyShape =
        model.graph().outputs().stream()
            .map(each -> ValueInfo.of(each.name(), TensorType.of(ElementType.FLOAT)))
            .toList();
    return model.with(model.graph().withOutputs(anyShape));
  }

  /** Mostly the latest, so that the network becomes deep. */
  private Image any() {
    int back = Math.min(images.size(), 1 + random.nextInt(random.nextInt(4) + 1));
    return images.get(images.size() - back);
  }

  private Image next(Image x) {
    Value value = x.value();
    return switch (random.nextInt(12)) {
      case 0, 1 -> conv(x);
      case 2, 3 -> rectified(x);
      case 4 -> normalised(conv(x));
      case 5 -> pooled(x);
      case 6 -> joined(x, false);
      case 7 -> joined(x, true);
      case 8 ->
          x.size() >= SIZE
              ? conv(x)
              : new Image(net.upsample(value, 2), x.channels(), x.size() * 2);
      case 9 -> new Image(net.sigmoid(value), x.channels(), x.size());
      case 10 -> new Image(net.transpose(value, 0, 1, 3, 2), x.channels(), x.size());
      default -> rectified(conv(x));
    };
  }

  private Image rectified(Image x) {
    return new Image(net.relu(x.value()), x.channels(), x.size());
  }

  private Image conv(Image x) {
    int out = 1 + random.nextInt(6);
    Tensor weight = weights(x.channels() * 9, out, x.channels(), 3, 3);
    Window window = Window.same(3);
    Value y =
        random.nextBoolean()
            ? net.conv(x.value(), weight, weights(4, out), window)
            : net.conv(x.value(), weight, window);
    return new Image(y, out, x.size());
  }

  private Image normalised(Image x) {
    float[] spread = new float[x.channels()];
    for (int channel = 0; channel < spread.length; channel++) {
      spread[channel] = 0.5f + random.nextFloat();
    }
    Tensor variance = Tensor.floats("", spread, spread.length);
    Tensor small = weights(10, x.channels());
    Value y = net.batchNormalisation(x.value(), variance, small, small, variance, 1e-3f);
    return random.nextBoolean()
        ? rectified(new Image(y, x.channels(), x.size()))
        : new Image(y, x.channels(), x.size());
  }

  private Image pooled(Image x) {
    if (x.size() < 4) {
      return conv(x);
    }
    Window window = Window.of(2).stride(2);
    Value y =
        random.nextBoolean() ? net.maxPool(x.value(), window) : net.averagePool(x.value(), window);
    return new Image(y, x.channels(), x.size() / 2);
  }

  private Image joined(Image x, boolean sum) {
    List<Image> partners =
        images.stream()
            .filter(each -> each.size() == x.size())
            .filter(each -> !sum || each.channels() == x.channels())
            .toList();
    Image other = partners.get(random.nextInt(partners.size()));
    return sum
        ? new Image(net.add(x.value(), other.value()), x.channels(), x.size())
        : new Image(
            net.concat(1, x.value(), other.value()), x.channels() + other.channels(), x.size());
  }

  private Value answer(Image x) {
    Value flat =
        random.nextBoolean()
            ? net.flatten(net.globalAveragePool(x.value()))
            : net.reshape(net.globalAveragePool(x.value()), 0, -1);
    if (random.nextBoolean()) {
      return net.gemm(flat, weights(x.channels(), 3, x.channels()), weights(4, 3));
    }
    Tensor matrix = weights(x.channels(), x.channels(), 3);
    return net.matMul(flat, net.initialiser(matrix.named("matrix" + random.nextInt())));
  }

  private Tensor weights(int fanIn, long... dims) {
    double spread = Math.sqrt(2.0 / fanIn);
    float[] values = Noise.normal(random.nextLong(), dims).floats();
    for (int index = 0; index < values.length; index++) {
      values[index] *= (float) spread;
    }
    return Tensor.floats("", values, dims);
  }
}
