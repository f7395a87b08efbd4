package org.nightjar.onnx.samples;

import java.util.Random;
import org.nightjar.onnx.model.Tensor;

/**
 * Weights under which a network with rectifiers neither fades nor explodes: normal with variance 2
 * / fan-in.
 *
 * <p>Source: He, Zhang, Ren and Sun 2015, "Delving deep into rectifiers", equation 10. {@link
 * Random} because its sequence is part of its contract.
 */
final class RandomWeights {
  private final Random random;

  RandomWeights(long seed) {
    this.random = new Random(seed);
  }

  /** Kernels of {@code [out, in, size, size]}. */
  Tensor conv(int out, int in, int size) {
    return normal(in * size * size, out, in, size, size);
  }

  /** A matrix of {@code [out, in]}. */
  Tensor dense(int out, int in) {
    return normal(in, out, in);
  }

  /** Evenly spread numbers. */
  Tensor between(double low, double high, int count) {
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = (float) (low + (high - low) * random.nextDouble());
    }
    return Tensor.floats("", values, count);
  }

  /** Small offsets, so that nothing can hide in zeros. */
  Tensor bias(int count) {
    return between(-0.05, 0.05, count);
  }

  private Tensor normal(int fanIn, long... dims) {
    double spread = Math.sqrt(2.0 / fanIn);
    int count = 1;
    for (long extent : dims) {
      count = Math.multiplyExact(count, (int) extent);
    }
    float[] values = new float[count];
    for (int index = 0; index < values.length; index++) {
      values[index] = (float) (spread * random.nextGaussian());
    }
    return Tensor.floats("", values, dims);
  }
}
