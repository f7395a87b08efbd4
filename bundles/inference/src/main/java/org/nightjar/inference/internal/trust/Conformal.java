package org.nightjar.inference.internal.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

/**
 * The classes that cannot be excluded: class k is in the set if {@code 1 - p_k <= threshold}, "LAC"
 * of Sadinle, Lei and Wasserman 2019, "Least ambiguous set-valued classifiers with bounded error
 * levels". The true class is in the set with probability of at least 1 - alpha, as long as samples
 * are like those that the threshold was taken from; with a threshold for each class, that holds for
 * each class by itself. A set may be empty: nothing that the model knows fits.
 *
 * <p>A single probability p counts as two classes, {@code 1 - p} and {@code p}, in this order.
 *
 * @param alpha the share of true classes that may be missed; for people, the threshold decides
 * @param thresholds one for all classes, or one for each
 */
public record Conformal(double alpha, List<Double> thresholds) implements Rule {
  /** Copies the list. */
  public Conformal {
    thresholds = List.copyOf(thresholds);
  }

  /**
   * The threshold that keeps alpha: the {@code ceil((n + 1) (1 - alpha))}-th smallest of n scores
   * {@code 1 - p} of the true classes of samples that the network was not trained on; 1, which
   * excludes nothing, if n is less than {@code 1 / alpha - 1}.
   */
  public static double threshold(double[] scores, double alpha) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    // Written like this because 1 - alpha is not exact; what is a whole number must be taken as
    // one.
    int rank = sorted.length + 1 - (int) Math.floor((sorted.length + 1) * alpha + 1e-9);
    return rank > sorted.length ? 1 : sorted[rank - 1];
  }

  @Override
  public String kind() {
    return "set";
  }

  @Override
  public List<String> takes() {
    return List.of("probability");
  }

  @Override
  public String meaning(String of) {
    return String.format(
        Locale.ROOT,
        "1 for each class that %s cannot exclude at %s %% coverage",
        of,
        Math.round((1 - alpha) * 1e6) / 1e4);
  }

  @Override
  public List<Integer> shape(OutputInfo of) throws NightjarException {
    int elements = Vectors.ALL.classes(of.shape());
    if (elements == 0) {
      throw Refusal.of(
          "'"
              + of.name()
              + "' of shape "
              + of.shape()
              + " is a map; a set is of one sample's classes",
          "");
    }
    int classes = elements == 1 ? 2 : elements;
    if (thresholds.size() != 1 && thresholds.size() != classes) {
      throw Refusal.of(
          thresholds.size() + " thresholds for " + classes + " classes",
          "Give 'threshold' for all, or one of 'thresholds' for each class"
              + (elements == 1 ? ": first for not, then for yes." : "."));
    }
    return List.of(classes);
  }

  @Override
  public List<String> classes(OutputInfo of) {
    if (Vectors.ALL.classes(of.shape()) > 1) {
      return of.classes();
    }
    return of.classes().isEmpty()
        ? List.of("no", "yes")
        : List.of("not " + of.classes().get(0), of.classes().get(0));
  }

  @Override
  public Tensor apply(Tensor from) {
    boolean single = from.size() == 1;
    float[] set = new float[single ? 2 : from.size()];
    for (int k = 0; k < set.length; k++) {
      double p = single && k == 0 ? 1 - (double) from.at(0) : from.at(single ? 0 : k);
      set[k] = 1 - p <= thresholds.get(thresholds.size() == 1 ? 0 : k) ? 1 : 0;
    }
    return Tensor.of(set, set.length);
  }
}
