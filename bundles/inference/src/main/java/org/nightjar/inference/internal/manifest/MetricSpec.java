package org.nightjar.inference.internal.manifest;

import java.util.Locale;
import java.util.Optional;

/**
 * How good a model is at its task is measured by this.
 *
 * @param name which number
 * @param output the output that is judged
 * @param positive of an output with several classes, the one that counts as positive; for {@code
 *     auc}
 * @param threshold from which value on a number or pixel counts as positive; for {@code accuracy}
 *     of a single number and for {@code dice}. Empty: 0.5 of a probability, 0 of a logit or mask
 * @param limit largest loss that a variant of the network may show; empty if the package does not
 *     say
 */
public record MetricSpec(
    Name name,
    String output,
    Optional<String> positive,
    Optional<Double> threshold,
    Optional<Double> limit) {

  /** The numbers that are known. */
  public enum Name {
    /** Area under the receiver operating characteristic, 0 to 1. */
    AUC,
    /** Part of the samples that are decided as their label says, 0 to 1. */
    ACCURACY,
    /** Root of the mean squared error, in units of the label. */
    RMSE,
    /** Twice the common pixels over the pixels of both masks, 0 to 1. */
    DICE;

    /** The name of that word. */
    public static Name of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How much worse the second of two values is than the first: their difference, of {@code rmse}
     * as a part of the first. Below 0 if it is better.
     */
    public double loss(double before, double after) {
      if (this != RMSE) {
        return before - after;
      }
      return after == before ? 0 : (after - before) / before;
    }
  }
}
