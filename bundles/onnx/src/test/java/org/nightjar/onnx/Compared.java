package org.nightjar.onnx;

import org.nightjar.onnx.model.Tensor;

/**
 * How far two results are apart.
 *
 * @param most largest absolute difference
 * @param mean mean absolute difference
 * @param spread standard deviation of the numbers that should come out
 * @param size root of their mean square
 */
public record Compared(double most, double mean, double spread, double size) {

  /** What came out beside what should. */
  public static Compared of(Tensor actual, Tensor expected) {
    if (!actual.dims().equals(expected.dims())) {
      throw new AssertionError(actual.dims() + " instead of " + expected.dims());
    }
    float[] is = actual.floats();
    float[] should = expected.floats();
    double most = 0;
    double sum = 0;
    double total = 0;
    double squares = 0;
    for (int index = 0; index < is.length; index++) {
      double difference = Math.abs((double) is[index] - should[index]);
      // Not Math.max alone: a NaN must not look like agreement.
      most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(most, difference);
      sum += difference;
      total += should[index];
      squares += (double) should[index] * should[index];
    }
    double centre = total / is.length;
    double power = squares / is.length;
    double spread = Math.sqrt(Math.max(0, power - centre * centre));
    return new Compared(most, sum / is.length, spread, Math.sqrt(power));
  }
}
