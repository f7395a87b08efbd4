package org.nightjar.onnx.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.onnx.internal.graph.GraphIndex;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Node;
import org.nightjar.onnx.model.Tensor;

/** Weights and bias of a convolution that does what a normalisation behind it did. */
record Affine(Tensor weight, Tensor bias) {
  private static final float DEFAULT_EPSILON = 1e-5f;

  /** Nothing if a number is not constant, not of single precision, or missing. */
  static Optional<Affine> of(Node conv, Node norm, GraphIndex index) {
    Optional<Tensor> weight = floats(conv.input(1), index);
    List<float[]> numbers = new ArrayList<>();
    for (int input = 1; input <= 4; input++) {
      floats(norm.input(input), index).ifPresent(tensor -> numbers.add(tensor.floats()));
    }
    boolean biased = !conv.input(2).isEmpty();
    Optional<Tensor> bias = floats(conv.input(2), index);
    if (weight.isEmpty() || weight.get().dims().isEmpty() || numbers.size() < 4) {
      return Optional.empty();
    }
    int channels = (int) (long) weight.get().dims().get(0);
    float[] before = bias.map(Tensor::floats).orElse(new float[channels]);
    boolean fits = numbers.stream().allMatch(each -> each.length == channels);
    if (biased != bias.isPresent() || before.length != channels || !fits || channels == 0) {
      return Optional.empty();
    }
    return Optional.of(of(weight.get(), before, numbers, norm.real("epsilon", DEFAULT_EPSILON)));
  }

  private static Affine of(Tensor weight, float[] bias, List<float[]> numbers, float epsilon) {
    float[] weights = weight.floats();
    float[] biases = new float[bias.length];
    int kernel = weights.length / bias.length;
    for (int channel = 0; channel < bias.length; channel++) {
      double variance = numbers.get(3)[channel];
      double scale = numbers.get(0)[channel] / Math.sqrt(variance + epsilon);
      double mean = numbers.get(2)[channel];
      biases[channel] = (float) ((bias[channel] - mean) * scale + numbers.get(1)[channel]);
      for (int tap = channel * kernel; tap < (channel + 1) * kernel; tap++) {
        weights[tap] = (float) (weights[tap] * scale);
      }
    }
    long[] dims = weight.dims().stream().mapToLong(Long::longValue).toArray();
    return new Affine(Tensor.floats("", weights, dims), Tensor.floats("", biases, biases.length));
  }

  private static Optional<Tensor> floats(String name, GraphIndex index) {
    return index.constant(name).filter(tensor -> tensor.type() == ElementType.FLOAT);
  }
}
