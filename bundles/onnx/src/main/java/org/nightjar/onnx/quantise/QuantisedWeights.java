package org.nightjar.onnx.quantise;

import java.util.Optional;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.Tensor;

/**
 * Weights as signed bytes with a step for each output channel, and the bias in 32 bits with the
 * step of the products.
 *
 * @param weight the bytes, without a name
 * @param steps {@code [channels]}
 * @param bias {@code [channels]}, if there is one
 * @param biasSteps {@code [channels]}: step of the input times step of the weights
 */
record QuantisedWeights(Tensor weight, float[] steps, Optional<Tensor> bias, float[] biasSteps) {
  /** A bias uses at most so much of the 32 bits, so that sums have room. */
  private static final double MOST_BIAS = 0x1p30;

  /**
   * Rounds weights.
   *
   * @param axis along which the output channels lie
   * @param most largest byte: 127 or 63
   * @param inputStep step of the input
   */
  static QuantisedWeights of(
      Tensor weight, Optional<float[]> bias, int axis, int most, float inputStep) {
    float[] values = weight.floats();
    int channels = (int) (long) weight.dims().get(axis);
    int inner = 1;
    for (long extent : weight.dims().subList(axis + 1, weight.dims().size())) {
      inner *= (int) extent;
    }
    double[] largest = new double[channels];
    for (int index = 0; index < values.length; index++) {
      int channel = index / inner % channels;
      largest[channel] = Math.max(largest[channel], Math.abs(values[index]));
    }
    float[] steps = new float[channels];
    float[] biasSteps = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      steps[channel] = step(largest[channel], bias, channel, most, inputStep);
      biasSteps[channel] = steps[channel] * inputStep;
    }
    byte[] bytes = new byte[values.length];
    for (int index = 0; index < values.length; index++) {
      double scaled = Math.rint(values[index] / (double) steps[index / inner % channels]);
      bytes[index] = (byte) Math.max(-most, Math.min(most, scaled));
    }
    long[] dims = weight.dims().stream().mapToLong(Long::longValue).toArray();
    return new QuantisedWeights(
        Tensor.raw("", ElementType.INT8, bytes, dims),
        steps,
        bias.map(each -> rounded(each, biasSteps)),
        biasSteps);
  }

  /** Wide enough for the weights, and for the bias to fit into its bits. */
  private static float step(
      double largest, Optional<float[]> bias, int channel, int most, float inputStep) {
    double forBias = bias.isEmpty() ? 0 : Math.abs(bias.get()[channel]) / MOST_BIAS / inputStep;
    double step = Math.max(largest / most, forBias);
    return step == 0 ? 1 : (float) Math.max(Scale.LEAST_STEP, step);
  }

  private static Tensor rounded(float[] bias, float[] steps) {
    int[] whole = new int[bias.length];
    for (int channel = 0; channel < bias.length; channel++) {
      whole[channel] = (int) Math.rint(bias[channel] / (double) steps[channel]);
    }
    return Tensor.ints("", whole, whole.length);
  }
}
