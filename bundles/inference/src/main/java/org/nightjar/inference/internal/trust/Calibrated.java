package org.nightjar.inference.internal.trust;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

/**
 * Probabilities of classes from a network's logits, or better ones from its own probabilities; of a
 * map, pixel by pixel.
 *
 * @param calibration how
 * @param vectors which elements belong together
 */
public record Calibrated(Calibration calibration, Vectors vectors) implements Rule {
  @Override
  public String kind() {
    return "probability";
  }

  @Override
  public List<String> takes() {
    return List.of("logit", "mask", "probability");
  }

  @Override
  public String meaning(String of) {
    return "probability from " + of + " by " + calibration.describe();
  }

  @Override
  public List<Integer> shape(OutputInfo of) throws NightjarException {
    int classes = vectors.classes(of.shape());
    if (classes == 0) {
      throw Refusal.of(
          "the classes of '" + of.name() + "' do not lie in its shape " + of.shape() + " like that",
          "Give what is a map the kind mask, and say by 'axis' where its classes lie.");
    }
    calibration.check(classes);
    return of.shape();
  }

  @Override
  public List<String> classes(OutputInfo of) {
    return of.classes();
  }

  @Override
  public Tensor apply(Tensor from) {
    int[] shape = from.shape();
    int classes =
        switch (vectors) {
          case ALL -> from.size();
          case NONE -> 1;
          case FIRST -> shape[0];
          case LAST -> shape[2];
        };
    int stride = vectors == Vectors.FIRST ? from.size() / classes : 1;
    float[] values = new float[from.size()];
    from.values().get(values);
    double[] one = new double[classes];
    for (int i = 0; i < values.length / classes; i++) {
      int start = stride == 1 ? i * classes : i;
      for (int k = 0; k < classes; k++) {
        one[k] = values[start + k * stride];
      }
      calibration.apply(one);
      for (int k = 0; k < classes; k++) {
        values[start + k * stride] = (float) one[k];
      }
    }
    return Tensor.of(values, shape);
  }
}
