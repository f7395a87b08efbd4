package org.nightjar.inference.internal.precision.metric;

import java.util.Arrays;

/**
 * A metric that is a sum over samples, divided by another: {@code sum w n / sum w d}, or the root
 * of that. 1 where there is nothing to divide by.
 */
final class Quotient implements Scored {
  private final double[] numerators;
  private final double[] denominators;
  private final boolean root;

  private Quotient(double[] numerators, double[] denominators, boolean root) {
    this.numerators = numerators;
    this.denominators = denominators;
    this.root = root;
  }

  @Override
  public int size() {
    return numerators.length;
  }

  @Override
  public double value(int[] weights) {
    double above = 0;
    double below = 0;
    for (int i = 0; i < weights.length; i++) {
      above += weights[i] * numerators[i];
      below += weights[i] * denominators[i];
    }
    double quotient = below == 0 ? 1 : above / below;
    return root ? Math.sqrt(quotient) : quotient;
  }

  /** Collects both sums, sample by sample. */
  static final class Builder {
    private final double[] numerators;
    private final double[] denominators;
    private int size;

    Builder(int most) {
      numerators = new double[most];
      denominators = new double[most];
    }

    void add(double numerator, double denominator) {
      numerators[size] = numerator;
      denominators[size] = denominator;
      size++;
    }

    Scored scored(boolean root) {
      return new Quotient(Arrays.copyOf(numerators, size), Arrays.copyOf(denominators, size), root);
    }
  }
}
