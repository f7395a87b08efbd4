package org.nightjar.inference.internal.precision.samples;

import java.util.Arrays;
import org.nightjar.api.inference.Tensor;

/**
 * A stack in memory.
 *
 * @param all its numbers; the first axis is the sample
 */
record MemoryStack(Tensor all) implements Stack {
  @Override
  public int size() {
    return all.shape()[0];
  }

  @Override
  public Tensor at(int sample) {
    int[] shape = all.shape();
    int length = all.size() / shape[0];
    return Tensor.of(
        all.values().limit((sample + 1) * length).position(sample * length),
        Arrays.copyOfRange(shape, 1, shape.length));
  }
}
