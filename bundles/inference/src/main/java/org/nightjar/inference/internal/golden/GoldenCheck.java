package org.nightjar.inference.internal.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

/** Runs golden vectors the way every sample goes, and compares. */
public final class GoldenCheck {
  private GoldenCheck() {}

  /** What runs one sample. */
  @FunctionalInterface
  public interface Run {
    /** The prediction for a sample. */
    Prediction of(Sample sample) throws NightjarException, InterruptedException;
  }

  /**
   * Compares every output of every vector.
   *
   * @return the worst element of each
   * @throws NightjarException if a vector cannot be read or run, or an output has another shape
   */
  public static List<Difference> compare(List<GoldenVector> vectors, Run run)
      throws NightjarException, InterruptedException {
    List<Difference> differences = new ArrayList<>();
    for (GoldenVector vector : vectors) {
      Map<String, Tensor> channels = new HashMap<>();
      for (Map.Entry<String, Numbers> input : vector.inputs().entrySet()) {
        channels.put(input.getKey(), input.getValue().tensor());
      }
      Prediction prediction;
      try {
        prediction = run.of(new Sample(channels));
      } catch (NightjarException e) {
        throw refused("golden vector '" + vector.name() + "' cannot be run: " + e.getMessage());
      }
      for (Map.Entry<String, Numbers> output : vector.outputs().entrySet()) {
        differences.add(compare(vector, output.getKey(), output.getValue().tensor(), prediction));
      }
    }
    return differences;
  }

  private static Difference compare(
      GoldenVector vector, String output, Tensor expected, Prediction prediction)
      throws NightjarException {
    Tensor got = prediction.outputs().get(output);
    // A bare list of numbers in a manifest stands for an output of any rank with that many
    // elements.
    boolean fits =
        expected.shape().length <= 1
            ? expected.size() == got.size()
            : Arrays.equals(expected.shape(), got.shape());
    if (!fits) {
      throw refused(
          "golden vector '"
              + vector.name()
              + "': output "
              + output
              + " has shape "
              + Arrays.toString(got.shape())
              + " where "
              + Arrays.toString(expected.shape())
              + " is expected");
    }
    return Difference.worst(vector.name(), output, expected, got, vector.tolerance(output));
  }

  private static NightjarException refused(String message) {
    return NightjarException.of(
        StandardError.MODEL_REFUSED,
        message,
        "",
        "Do not use this model: it does not do what its manifest says.");
  }
}
