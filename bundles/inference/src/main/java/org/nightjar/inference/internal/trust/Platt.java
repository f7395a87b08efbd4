package org.nightjar.inference.internal.trust;

import java.util.List;
import org.nightjar.api.error.NightjarException;

/**
 * {@code sigmoid(a z + b)} of each class by itself: Platt 1999, "Probabilistic outputs for support
 * vector machines", equation 3 with the signs of a and b turned. The probabilities of several
 * classes need not sum to 1. Of a probability, z is its log-odds.
 *
 * @param a slopes above 0, one for all classes or one for each
 * @param b offsets, one for all classes or one for each
 * @param ofProbability whether it is made from probabilities
 */
public record Platt(List<Double> a, List<Double> b, boolean ofProbability) implements Calibration {
  private static final double STEEPEST = 1e12;

  /** Copies the lists; refuses slopes that turn the order of the values round. */
  public Platt {
    a = List.copyOf(a);
    b = List.copyOf(b);
    if (a.isEmpty() || b.isEmpty() || !a.stream().allMatch(each -> each > 0 && each <= STEEPEST)) {
      throw new IllegalArgumentException("slopes must be above 0");
    }
  }

  @Override
  public void apply(double[] classes) {
    for (int k = 0; k < classes.length; k++) {
      double z = ofProbability ? Logits.logOdds(classes[k]) : classes[k];
      classes[k] = Logits.sigmoid(of(a, k) * z + of(b, k));
    }
  }

  @Override
  public void check(int classes) throws NightjarException {
    for (List<Double> each : List.of(a, b)) {
      if (each.size() != 1 && each.size() != classes) {
        throw Refusal.of(
            each.size() + " numbers of Platt scaling for " + classes + " classes",
            "Give one for all, or one for each class.");
      }
    }
  }

  @Override
  public String describe() {
    return "Platt scaling";
  }

  private static double of(List<Double> numbers, int k) {
    return numbers.get(numbers.size() == 1 ? 0 : k);
  }
}
