package org.nightjar.inference.internal.golden;

import java.util.Arrays;
import java.util.Locale;
import org.nightjar.api.inference.Tensor;

/**
 * The worst element of one output of one golden vector.
 *
 * @param vector name of the vector
 * @param output name of the output
 * @param element index, such as {@code [2, 0]}; empty for a single number
 * @param expected what the manifest says
 * @param got what came out
 * @param difference |got - expected|; infinite if one of the two is not a number
 * @param tolerance what is allowed
 */
public record Difference(
    String vector,
    String output,
    String element,
    double expected,
    double got,
    double difference,
    double tolerance) {

  /** Compares an output; the first of the worst elements is kept. */
  static Difference worst(
      String vector, String output, Tensor expected, Tensor got, double tolerance) {
    int worst = 0;
    double largest = -1;
    for (int i = 0; i < expected.size(); i++) {
      double difference = Math.abs((double) got.at(i) - expected.at(i));
      if (Float.compare(got.at(i), expected.at(i)) == 0) {
        difference = 0;
      } else if (Double.isNaN(difference)) {
        difference = Double.POSITIVE_INFINITY;
      }
      if (difference > largest) {
        largest = difference;
        worst = i;
      }
    }
    return new Difference(
        vector,
        output,
        element(worst, got.shape()),
        expected.at(worst),
        got.at(worst),
        largest,
        tolerance);
  }

  /** Whether it came out. */
  public boolean accepted() {
    return difference <= tolerance;
  }

  /** One line for people. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "golden vector '%s': %s%s is %.9g where %.9g is expected, |difference| %.3g, tolerance %.3g",
        vector,
        output,
        element,
        got,
        expected,
        difference,
        tolerance);
  }

  private static String element(int flat, int[] shape) {
    if (shape.length == 0) {
      return "";
    }
    int[] index = new int[shape.length];
    int rest = flat;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return Arrays.toString(index);
  }
}
