package org.nightjar.inference.internal.trust;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

/**
 * How far a latent vector is from the training data: {@code min_k sqrt((z - mu_k)' P (z - mu_k))}
 * with the means mu_k of the classes and one precision matrix P, Lee et al. 2018, "A simple unified
 * framework for detecting out-of-distribution samples and adversarial attacks", equation 2.
 *
 * <p>P is given by its whitening factor W, {@code W'W = P}, so that the distance is the length of
 * {@code W (z - mu_k)}: it cannot be the root of a negative number, and keeps twice as many digits
 * as a P that is rounded to single precision.
 */
public final class Mahalanobis implements Rule {
  private final float[] whitening;
  private final int rows;
  private final int size;
  private final double[] centre;
  private final double[][] means;

  /**
   * A distance.
   *
   * @param means {@code K} rows of {@code D} numbers, one after the other
   * @param whitening {@code R} rows of {@code D} numbers, one after the other
   * @param size D, length of the latent vector
   */
  public Mahalanobis(float[] means, float[] whitening, int size) {
    if (size < 1
        || means.length == 0
        || means.length % size != 0
        || whitening.length == 0
        || whitening.length % size != 0) {
      throw new IllegalArgumentException(
          means.length + " and " + whitening.length + " numbers are not rows of " + size);
    }
    this.whitening = whitening.clone();
    this.rows = whitening.length / size;
    this.size = size;
    this.centre = centre(means, size);
    this.means = new double[means.length / size][];
    for (int k = 0; k < this.means.length; k++) {
      double[] mean = new double[size];
      for (int i = 0; i < size; i++) {
        mean[i] = means[k * size + i];
      }
      this.means[k] = whitened(mean);
    }
  }

  @Override
  public String kind() {
    return "distance";
  }

  @Override
  public List<String> takes() {
    return List.of("latent", "logit", "value");
  }

  @Override
  public String meaning(String of) {
    return "Mahalanobis distance of " + of + " from the nearest class of the training data";
  }

  @Override
  public List<Integer> shape(OutputInfo of) throws NightjarException {
    if (of.shape().contains(Vectors.OPEN) || Vectors.size(of.shape()) != size) {
      throw Refusal.of(
          "'" + of.name() + "' of shape " + of.shape() + " is not a vector of " + size + " numbers",
          "The means and the whitening factor are for another output.");
    }
    return List.of(1);
  }

  @Override
  public List<String> classes(OutputInfo of) {
    return List.of();
  }

  @Override
  public Tensor apply(Tensor from) {
    double[] z = new double[size];
    for (int i = 0; i < size; i++) {
      z[i] = from.at(i);
    }
    double[] white = whitened(z);
    double nearest = Double.POSITIVE_INFINITY;
    for (double[] mean : means) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += (white[i] - mean[i]) * (white[i] - mean[i]);
      }
      nearest = Math.min(nearest, sum);
    }
    // What is further than any float is as far as a float can be.
    return Tensor.of(new float[] {(float) Math.min(Float.MAX_VALUE, Math.sqrt(nearest))}, 1);
  }

  // Measured from the middle of all means: a latent far from 0 would lose its digits here.
  private double[] whitened(double[] z) {
    double[] white = new double[rows];
    for (int i = 0; i < size; i++) {
      z[i] -= centre[i];
    }
    for (int row = 0; row < rows; row++) {
      int at = row * size;
      double even = 0;
      double odd = 0;
      int i = 0;
      for (; i < size - 1; i += 2) {
        even += whitening[at + i] * z[i];
        odd += whitening[at + i + 1] * z[i + 1];
      }
      white[row] = i < size ? even + odd + whitening[at + i] * z[i] : even + odd;
    }
    return white;
  }

  private static double[] centre(float[] means, int size) {
    int classes = means.length / size;
    double[] centre = new double[size];
    for (int i = 0; i < means.length; i++) {
      centre[i % size] += means[i] / (double) classes;
    }
    return centre;
  }
}
