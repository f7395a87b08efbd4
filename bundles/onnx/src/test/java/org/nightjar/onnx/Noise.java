package org.nightjar.onnx;

import java.util.Random;
import org.nightjar.onnx.model.Tensor;

/** Inputs with a seed. */
public final class Noise {
  private Noise() {}

  /** Normal numbers with a mean of 0 and a spread of 1. */
  public static Tensor normal(long seed, long... dims) {
    Random random = new Random(seed);
    int count = 1;
    for (long extent : dims) {
      count *= (int) extent;
    }
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = (float) random.nextGaussian();
    }
    return Tensor.floats("", values, dims);
  }
}
