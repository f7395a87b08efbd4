package org.nightjar.inference.internal.precision.metric;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Tensor;

/** What labels can be. */
final class Labels {
  private Labels() {}

  /**
   * The class that a label names.
   *
   * @param classes how many there are
   */
  static int index(Tensor label, int classes) throws NightjarException {
    if (label.size() != 1) {
      throw wrong(
          "the label is " + label + ", a class is one number",
          "Give one number for each sample: labels of shape [samples].");
    }
    float value = label.at(0);
    if (value != Math.rint(value) || value < 0 || value >= classes) {
      throw wrong(
          "the label " + value + " is no class",
          "Classes are counted from 0 to " + (classes - 1) + ".");
    }
    return (int) value;
  }

  /** Refuses a label that has not one number for each of the output's, or is not finite. */
  static void fits(Tensor output, Tensor label) throws NightjarException {
    if (output.size() != label.size()) {
      throw wrong(
          "the label is " + label + ", the output " + output,
          "Give one number for each number of the output.");
    }
    for (int i = 0; i < label.size(); i++) {
      if (!Float.isFinite(label.at(i))) {
        throw wrong("the label holds " + label.at(i), "Leave out what has no label.");
      }
    }
  }

  static NightjarException wrong(String message, String remedy) {
    return NightjarException.of(StandardError.BAD_ARGUMENT, message, "", remedy);
  }
}
