package org.nightjar.inference.internal.golden;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/** Where numbers of a manifest come from: of golden vectors, of derived outputs. */
public interface Numbers {
  /**
   * The numbers.
   *
   * @throws NightjarException if a file is missing or does not hold what is declared
   */
  Tensor tensor() throws NightjarException;

  /** The file that they lie in, if they do. */
  default Optional<Path> source() {
    return Optional.empty();
  }

  /**
   * Numbers written in the manifest.
   *
   * @param values the numbers, last axis fastest
   * @param shape their shape
   */
  record Inline(List<Float> values, List<Integer> shape) implements Numbers {
    /** Copies the lists. */
    public Inline {
      values = List.copyOf(values);
      shape = List.copyOf(shape);
    }

    @Override
    public Tensor tensor() {
      float[] array = new float[values.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = values.get(i);
      }
      return Tensor.of(array, shape.stream().mapToInt(Integer::intValue).toArray());
    }
  }
}
