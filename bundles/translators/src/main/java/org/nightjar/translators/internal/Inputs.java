package org.nightjar.translators.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

/** Turns the arrays that a translator made into prepared samples; copies their numbers. */
public final class Inputs {
  private final ModelInfo model;

  /** For this model. */
  public Inputs(ModelInfo model) {
    this.model = model;
  }

  /**
   * The samples in arrays.
   *
   * @param batched whether the first axis of each array counts samples; else it is one sample
   * @throws NightjarException {@code CONTRACT_BROKEN} if they are not what the network takes
   */
  public List<Sample> samples(NDList arrays, boolean batched) throws NightjarException {
    Map<String, NDArray> named = named(arrays);
    if (!batched) {
      Map<String, Tensor> inputs = new HashMap<>();
      for (Map.Entry<String, NDArray> input : named.entrySet()) {
        float[] numbers = numbers(input.getKey(), input.getValue());
        inputs.put(input.getKey(), Tensor.of(numbers, shape(input.getValue())));
      }
      return List.of(Sample.prepared(inputs));
    }
    List<Map<String, Tensor>> samples = new ArrayList<>();
    for (Map.Entry<String, NDArray> input : named.entrySet()) {
      split(input.getKey(), input.getValue(), samples);
    }
    return samples.stream().map(Sample::prepared).toList();
  }

  /** By their names, where all have one of the network's; else in its order. */
  private Map<String, NDArray> named(NDList arrays) throws NightjarException {
    List<String> names = model.inputs().stream().map(InputInfo::name).toList();
    if (arrays.size() != names.size()) {
      throw wrong(
          "the translator gave " + arrays.size() + " arrays, the network takes " + names, "");
    }
    Map<String, NDArray> byName = new LinkedHashMap<>();
    Map<String, NDArray> inOrder = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.put(arrays.get(i).getName(), arrays.get(i));
      inOrder.put(names.get(i), arrays.get(i));
    }
    return byName.keySet().containsAll(names) ? byName : inOrder;
  }

  private void split(String name, NDArray array, List<Map<String, Tensor>> samples)
      throws NightjarException {
    int[] shape = shape(array);
    if (shape.length == 0 || shape[0] == 0 || !samples.isEmpty() && shape[0] != samples.size()) {
      throw wrong(
          "input '" + name + "' has shape " + Arrays.toString(shape),
          "A translator without a batchifier gives arrays whose first axes are equal and count"
              + " samples.");
    }
    FloatBuffer numbers = FloatBuffer.wrap(numbers(name, array));
    int[] sample = Arrays.copyOfRange(shape, 1, shape.length);
    int size = numbers.capacity() / shape[0];
    for (int i = 0; i < shape[0]; i++) {
      if (i == samples.size()) {
        samples.add(new HashMap<>());
      }
      samples.get(i).put(name, Tensor.of(numbers.slice(i * size, size), sample));
    }
  }

  private float[] numbers(String name, NDArray array) throws NightjarException {
    if (array.getDataType() != DataType.FLOAT32) {
      throw wrong(
          "the translator gave " + array.getDataType() + " for input '" + name + "'",
          "Make it of floats: NDManager.create(float[], Shape).");
    }
    return array.toFloatArray();
  }

  private int[] shape(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
  }

  private NightjarException wrong(String message, String remedy) {
    return NightjarException.of(StandardError.CONTRACT_BROKEN, message, model.label(), remedy);
  }
}
