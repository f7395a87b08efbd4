package org.nightjar.inference.internal.preprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/** Takes one input that was prepared by the caller. Nothing is done to it; it only has to fit. */
final class PreparedInput {
  private PreparedInput() {}

  /**
   * Takes an input.
   *
   * @param frame takes the input's open extents
   * @throws NightjarException {@code BAD_ARGUMENT}
   */
  static Filled fill(InputSpec input, Map<String, Tensor> prepared, Frame.Builder frame)
      throws NightjarException {
    Tensor tensor = prepared.get(input.name());
    if (tensor == null) {
      throw Preprocessing.misfit(
          "prepared input '"
              + input.name()
              + "' is missing, the sample has "
              + prepared.keySet().stream().sorted().toList(),
          "Hand in every input of the network.");
    }
    List<Integer> shape = shape(input, tensor);
    if (tensor.size() > Preprocessing.MOST_NUMBERS) {
      throw Sheet.tooLarge(input.name(), tensor.size());
    }
    float[] numbers = new float[tensor.size()];
    tensor.values().get(numbers);
    int bad = Finite.firstNot(numbers, 0, numbers.length);
    if (bad >= 0) {
      throw Preprocessing.misfit(
          "prepared input '" + input.name() + "' holds " + numbers[bad] + " at index " + bad,
          "Hand in finite values; fill what is blank as the network was trained.");
    }
    for (int axis = 0; axis < shape.size(); axis++) {
      frame.add(
          input.axes().get(axis), Span.whole(shape.get(axis)), "input '" + input.name() + "'");
    }
    return new Filled(numbers, shape);
  }

  private static List<Integer> shape(InputSpec input, Tensor tensor) throws NightjarException {
    int[] shape = tensor.shape();
    boolean fits = shape.length == input.shape().size() && tensor.size() > 0;
    List<Integer> extents = new ArrayList<>(shape.length);
    for (int axis = 0; fits && axis < shape.length; axis++) {
      int wanted = input.shape().get(axis);
      fits = wanted == InputSpec.OPEN || wanted == shape[axis];
      extents.add(shape[axis]);
    }
    if (!fits) {
      throw Preprocessing.misfit(
          "prepared input '"
              + input.name()
              + "' has shape "
              + Arrays.toString(shape)
              + ", the network takes "
              + input.writtenShape(),
          "Hand in the tensor in the network's own shape, without the batch axis.");
    }
    return extents;
  }
}
