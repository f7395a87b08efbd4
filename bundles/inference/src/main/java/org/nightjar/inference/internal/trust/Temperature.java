package org.nightjar.inference.internal.trust;

import org.nightjar.api.error.NightjarException;

/**
 * Softmax or sigmoid of {@code z / temperature}: Guo et al. 2017, "On calibration of modern neural
 * networks", equation 9. The order of the classes stays. Of a probability, z is its logarithm
 * (softmax) or its log-odds (sigmoid).
 *
 * @param temperature above 1 for a network that is too sure of itself
 * @param link how logits become probabilities
 * @param ofProbability whether it is made from probabilities
 */
public record Temperature(double temperature, Link link, boolean ofProbability)
    implements Calibration {
  /** How logits become probabilities. */
  public enum Link {
    /** Softmax over several classes, sigmoid of one. */
    BY_NUMBER,
    /** Over classes that exclude each other. */
    SOFTMAX,
    /** Each class by itself. */
    SIGMOID
  }

  /** Refuses a temperature that would overflow. */
  public Temperature {
    if (!(temperature >= 1e-6 && temperature <= 1e6)) {
      throw new IllegalArgumentException("temperature must be from 1e-6 to 1e6");
    }
  }

  @Override
  public void apply(double[] classes) {
    if (link == Link.SIGMOID || (link == Link.BY_NUMBER && classes.length == 1)) {
      for (int k = 0; k < classes.length; k++) {
        double z = ofProbability ? Logits.logOdds(classes[k]) : classes[k];
        classes[k] = Logits.sigmoid(z / temperature);
      }
      return;
    }
    for (int k = 0; k < classes.length; k++) {
      double z = ofProbability ? Math.log(Math.max(0, classes[k])) : classes[k];
      classes[k] = z / temperature;
    }
    Logits.softmax(classes);
  }

  @Override
  public void check(int classes) throws NightjarException {
    if (link == Link.SOFTMAX && classes == 1) {
      throw Refusal.of(
          "the softmax of a single class is always 1", "Use method: sigmoid for one class.");
    }
  }

  @Override
  public String describe() {
    String how =
        switch (link) {
          case BY_NUMBER -> "temperature";
          case SOFTMAX -> "softmax";
          case SIGMOID -> "sigmoid";
        };
    return link == Link.BY_NUMBER || temperature != 1 ? how + " " + temperature : how;
  }
}
