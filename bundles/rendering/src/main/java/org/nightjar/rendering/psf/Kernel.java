package org.nightjar.rendering.psf;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Weights of a square of pixels, with sum 1. Immutable. */
@ProviderType
public final class Kernel {
  private static final int LARGEST_SIDE = 4097;

  private final int side;
  private final double[] weights;
  private final List<Factor> factors;

  private Kernel(int side, double[] weights, List<Factor> factors) {
    this.side = side;
    this.weights = weights;
    this.factors = factors;
  }

  /**
   * A kernel of any weights, which are divided by their sum.
   *
   * @param side pixels along a side, odd, at most 4097
   * @param weights row-major
   * @throws IllegalArgumentException if there are not so many, or their sum is not above 0
   */
  public static Kernel of(int side, double[] weights) {
    check(side, weights.length == (long) side * side);
    double sum = sum(weights);
    double[] normal = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      normal[i] = weights[i] / sum;
    }
    return new Kernel(side, normal, List.of());
  }

  /**
   * A kernel that is a sum of products of one function of the column and the same one of the row:
   * two passes over a picture do.
   *
   * @param factors their shares; all of one length, which is odd
   */
  public static Kernel ofFactors(List<Factor> factors) {
    int side = factors.get(0).line.length;
    check(side, factors.stream().allMatch(f -> f.line.length == side));
    double all = factors.stream().mapToDouble(f -> f.share).sum();
    List<Factor> normal =
        factors.stream().map(f -> new Factor(f.share / all, divided(f.line))).toList();
    double[] weights = new double[side * side];
    for (Factor factor : normal) {
      for (int j = 0; j < side; j++) {
        for (int i = 0; i < side; i++) {
          weights[j * side + i] += factor.share * factor.line[i] * factor.line[j];
        }
      }
    }
    return new Kernel(side, weights, normal);
  }

  /**
   * A product.
   *
   * @param share of the light
   * @param line weights along a line
   */
  public record Factor(double share, double[] line) {}

  /** Pixels along a side, odd. */
  public int side() {
    return side;
  }

  /** A weight, from the lowest row and the first column on. */
  public double weight(int column, int row) {
    return weights[row * side + column];
  }

  /** What it is the sum of; empty if it is no sum of products. */
  public List<Factor> factors() {
    return factors;
  }

  private static double[] divided(double[] line) {
    double sum = sum(line);
    double[] normal = new double[line.length];
    for (int i = 0; i < line.length; i++) {
      normal[i] = line[i] / sum;
    }
    return normal;
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException("a kernel of sum " + sum + ": it is above 0, and finite");
    }
    return sum;
  }

  private static void check(int side, boolean fits) {
    if (!fits || side % 2 == 0 || side < 1 || side > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          "a kernel of side " + side + ": it is square, odd and at most " + LARGEST_SIDE);
    }
  }
}
