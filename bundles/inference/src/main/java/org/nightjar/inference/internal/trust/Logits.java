package org.nightjar.inference.internal.trust;

/**
 * The functions between logits and probabilities, such that nothing overflows: {@code exp} is only
 * taken of what is not above 0.
 */
final class Logits {
  private Logits() {}

  /** {@code 1 / (1 + exp(-z))}. */
  static double sigmoid(double z) {
    double small = Math.exp(-Math.abs(z));
    return z >= 0 ? 1 / (1 + small) : small / (1 + small);
  }

  /** {@code log(p / (1 - p))}; infinite at 0 and 1, which {@link #sigmoid} turns back. */
  static double logOdds(double p) {
    double inside = Math.max(0, Math.min(1, p));
    return Math.log(inside) - Math.log1p(-inside);
  }

  /**
   * {@code exp(z_k) / sum_j exp(z_j)}, in place. Where all are minus infinity, each is as likely as
   * the others.
   */
  static void softmax(double[] z) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double each : z) {
      greatest = Math.max(greatest, each);
    }
    double sum = 0;
    for (int k = 0; k < z.length; k++) {
      z[k] = greatest == Double.NEGATIVE_INFINITY ? 1 : Math.exp(z[k] - greatest);
      sum += z[k];
    }
    for (int k = 0; k < z.length; k++) {
      z[k] /= sum;
    }
  }
}
