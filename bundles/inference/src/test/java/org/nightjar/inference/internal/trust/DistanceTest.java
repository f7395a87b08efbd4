package org.nightjar.inference.internal.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

class DistanceTest {
  // P = np.array([[2, .5, .1], [.5, 1.5, -.3], [.1, -.3, 1]]); np.linalg.cholesky(P).T
  private static final float[] WHITENING = {
    1.4142135f,
    0.35355338f,
    0.07071068f, //
    0,
    1.172604f,
    -0.27716094f, //
    0,
    0,
    0.95821804f
  };
  private static final float[] MEANS = {0, 1, 2, 3, -1, 0.5f};

  private static float distance(Rule rule, float... z) {
    return rule.apply(Tensor.of(z, z.length)).at(0);
  }

  private static OutputInfo info(Integer... shape) {
    return new OutputInfo("latent", List.of(shape), "latent", "", List.of());
  }

  @Test
  void isTheDistanceFromTheNearestMean() {
    // z = np.array([1.2, .4, -.7]); [np.sqrt((z - m) @ P @ (z - m)) for m in mu]
    assertThat((double) distance(new Mahalanobis(MEANS, WHITENING, 3), 1.2f, 0.4f, -0.7f))
        .isCloseTo(2.8930952282978866, within(1e-6));
    float[] second = Arrays.copyOfRange(MEANS, 3, 6);
    assertThat((double) distance(new Mahalanobis(second, WHITENING, 3), 1.2f, 0.4f, -0.7f))
        .isCloseTo(3.127299154222378, within(1e-6));
    assertThat(distance(new Mahalanobis(MEANS, WHITENING, 3), 3, -1, 0.5f)).isZero();
  }

  @Test
  void anyNumberOfRowsWillDo() {
    Rule one = new Mahalanobis(new float[] {1, 1}, new float[] {0, 2}, 2);
    assertThat(distance(one, 99, 4)).isEqualTo(6);
    Rule three = new Mahalanobis(new float[] {0, 0}, new float[] {1, 0, 0, 1, 1, 0}, 2);
    assertThat(distance(three, 1, 1)).isEqualTo((float) Math.sqrt(3));
  }

  @Test
  void meansFarFromZeroKeepTheirDigits() {
    float far = 1 << 24;
    Rule rule = new Mahalanobis(new float[] {far, far}, new float[] {1000, -1000, 0, 1}, 2);
    assertThat(distance(rule, far + 2, far + 2)).isEqualTo(2);
  }

  @Test
  void whatIsFurtherThanAFloatCanSayIsFinite() {
    Rule rule = new Mahalanobis(new float[] {0}, new float[] {1e30f}, 1);
    assertThat(distance(rule, Float.MAX_VALUE)).isEqualTo(Float.MAX_VALUE);
  }

  @Test
  void otherLengthsAreRefused() throws NightjarException {
    Rule rule = new Mahalanobis(MEANS, WHITENING, 3);
    assertThat(rule.shape(info(3, 1, 1))).containsExactly(1);
    assertThatThrownBy(() -> rule.shape(info(4)))
        .hasMessageContaining("'latent' of shape [4] is not a vector of 3 numbers");
    assertThatThrownBy(() -> rule.shape(info(-1))).hasMessageContaining("MODEL_REFUSED");
    assertThatThrownBy(() -> new Mahalanobis(MEANS, WHITENING, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void percentilesAreLinearBetweenQuantiles() {
    // 100 * np.interp([0, 1, 2, 2.5, 4, 9, 10], [1, 2, 3, 9], np.arange(4) / 3)
    Rule rule = new Percentile(new float[] {1, 2, 3, 9});
    float[] at = {0, 1, 2, 2.5f, 4, 9, 10};
    float[] expected = {0, 0, 33.333332f, 50, 72.22222f, 100, 100};
    float[] got = new float[at.length];
    rule.apply(Tensor.of(at, at.length)).values().get(got);
    assertThat(got).containsExactly(expected, within(1e-5f));
  }

  @Test
  void percentilesBearQuantilesThatAreEqual() {
    Rule rule = new Percentile(new float[] {1, 1, 1, 2});
    assertThat(distance(rule, 1)).isZero();
    assertThat(distance(rule, 1.5f)).isEqualTo(100 * 2.5f / 3, within(1e-4f));
    assertThat(distance(new Percentile(new float[] {3, 3}), 3)).isEqualTo(100);
    assertThatThrownBy(() -> new Percentile(new float[] {2, 1}))
        .hasMessageContaining("they decrease to 1.0");
  }

  /** Kolmogorov's distance from the uniform distribution at the level of 1 in 1,000. */
  @Test
  void percentilesOfDataLikeTheCalibrationsAreUniform() {
    Rule distance = new Mahalanobis(MEANS, WHITENING, 3);
    double[] inverse = invertUpper(WHITENING);
    Random random = new Random(17);
    float[] calibration = distances(distance, inverse, random, 20_001);
    Arrays.sort(calibration);
    float[] quantiles = new float[101];
    for (int i = 0; i <= 100; i++) {
      quantiles[i] = calibration[i * 200];
    }
    Rule percentile = new Percentile(quantiles);
    int n = 4000;
    float[] fresh = distances(distance, inverse, random, n);
    float[] percents = new float[n];
    percentile.apply(Tensor.of(fresh, n)).values().get(percents);
    Arrays.sort(percents);
    double worst = 0;
    for (int i = 0; i < n; i++) {
      worst = Math.max(worst, Math.abs(percents[i] / 100 - (i + 0.5) / n));
    }
    assertThat(worst).isLessThan(1.95 * Math.sqrt(1.0 / n + 1.0 / 20_000));
  }

  private static float[] distances(Rule rule, double[] inverse, Random random, int count) {
    float[] distances = new float[count];
    for (int i = 0; i < count; i++) {
      int mean = random.nextInt(2) * 3;
      double[] white = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      float[] z = new float[3];
      for (int row = 0; row < 3; row++) {
        double sum = MEANS[mean + row];
        for (int column = 0; column < 3; column++) {
          sum += inverse[row * 3 + column] * white[column];
        }
        z[row] = (float) sum;
      }
      distances[i] = distance(rule, z);
    }
    return distances;
  }

  // Of an upper triangle of 3 x 3: data with the covariance (W'W)^-1 are W^-1 times white noise.
  private static double[] invertUpper(float[] w) {
    double a = 1 / (double) w[0];
    double b = 1 / (double) w[4];
    double c = 1 / (double) w[8];
    double ab = -w[1] * a * b;
    double bc = -w[5] * b * c;
    return new double[] {a, ab, -(w[2] * a + w[5] * ab) * c, 0, b, bc, 0, 0, c};
  }
}
