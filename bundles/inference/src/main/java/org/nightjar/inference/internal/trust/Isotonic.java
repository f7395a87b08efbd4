package org.nightjar.inference.internal.trust;

import java.util.List;
import org.nightjar.api.error.NightjarException;

/**
 * A curve that never falls, fitted to how often each raw value was right: Zadrozny and Elkan 2002,
 * "Transforming classifier scores into accurate multiclass probability estimates". Several classes
 * are calibrated one by one and then divided by their sum, so that they sum to 1; if all are 0,
 * each is as likely as the others.
 *
 * @param curves one for all classes, or one for each
 */
public record Isotonic(List<Curve> curves) implements Calibration {
  /** Copies the list. */
  public Isotonic {
    curves = List.copyOf(curves);
  }

  @Override
  public void apply(double[] classes) {
    double sum = 0;
    for (int k = 0; k < classes.length; k++) {
      classes[k] = curves.get(curves.size() == 1 ? 0 : k).at(classes[k]);
      sum += classes[k];
    }
    if (classes.length > 1) {
      for (int k = 0; k < classes.length; k++) {
        classes[k] = sum == 0 ? 1.0 / classes.length : classes[k] / sum;
      }
    }
  }

  @Override
  public void check(int classes) throws NightjarException {
    if (curves.size() != 1 && curves.size() != classes) {
      throw Refusal.of(
          curves.size() + " curves for " + classes + " classes",
          "Give one for all, or one for each class.");
    }
  }

  @Override
  public String describe() {
    return "isotonic calibration";
  }
}
