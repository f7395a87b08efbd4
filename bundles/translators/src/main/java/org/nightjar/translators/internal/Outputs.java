package org.nightjar.translators.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;

/** Makes arrays for a translator of what the service answered. */
public final class Outputs {
  private final ModelInfo model;
  private final List<String> names;

  /**
   * Outputs of a model.
   *
   * @param names which, in the order in which the translator expects them
   * @throws NightjarException {@code BAD_ARGUMENT} if the model has no such output
   */
  public Outputs(ModelInfo model, List<String> names) throws NightjarException {
    this.model = model;
    this.names = List.copyOf(names);
    List<String> known = model.outputs().stream().map(OutputInfo::name).toList();
    if (!known.containsAll(names)) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "not all of " + names + " are outputs",
          model.label(),
          "It has " + known + ".");
    }
  }

  /**
   * The arrays, each with the name of its output.
   *
   * @param manager owns them
   * @param batched whether they get a first axis that counts the samples; else there is one sample
   */
  public NDList arrays(List<Prediction> samples, NDManager manager, boolean batched)
      throws NightjarException {
    NDList arrays = new NDList(names.size());
    for (String name : names) {
      NDArray array = array(name, samples, manager, batched);
      array.setName(name);
      arrays.add(array);
    }
    return arrays;
  }

  private NDArray array(String name, List<Prediction> samples, NDManager manager, boolean batched)
      throws NightjarException {
    Tensor first = tensor(name, samples.get(0));
    long[] sample = Arrays.stream(first.shape()).asLongStream().toArray();
    if (!batched) {
      return manager.create(first.values(), new Shape(sample));
    }
    FloatBuffer all = FloatBuffer.allocate(Math.multiplyExact(first.size(), samples.size()));
    for (Prediction prediction : samples) {
      Tensor tensor = tensor(name, prediction);
      if (!Arrays.equals(tensor.shape(), first.shape())) {
        throw NightjarException.of(
            StandardError.CONTRACT_BROKEN,
            "output '" + name + "' of samples of one call has several shapes",
            model.label(),
            "");
      }
      all.put(tensor.values());
    }
    return manager.create(all.flip(), new Shape(samples.size()).addAll(new Shape(sample)));
  }

  private Tensor tensor(String name, Prediction prediction) throws NightjarException {
    Tensor tensor = prediction.outputs().get(name);
    if (tensor == null) {
      throw NightjarException.of(
          StandardError.CONTRACT_BROKEN,
          "the model gave no output '" + name + "'",
          model.label(),
          "");
    }
    return tensor;
  }
}
