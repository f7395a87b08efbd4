package org.nightjar.image.internal.background;

import java.util.Arrays;

/**
 * Background and noise of one mesh from its histogram, clipped at 3 sigma around the median until
 * the noise settles.
 *
 * <p>After Bertin & Arnouts (1996), A&AS 117, 393, section 3. The constants the paper leaves open
 * are in RATIONALE.md. An instance is a workspace: reused for mesh after mesh by one thread.
 */
final class ClippedHistogram {

  /** The histogram reaches this many first-guess sigma to either side of the first-guess mean. */
  private static final double HALF_RANGE_SIGMAS = 5;

  /**
   * Pixels in the fullest bin if the pixels are Gaussian: fewer make the median noisy, more make it
   * coarse.
   */
  private static final double PIXELS_IN_MODE_BIN = 4;

  /** A histogram whose sigma is below this many bins is drawn again around what is left. */
  private static final double COARSE_SIGMA_BINS = 8;

  private static final double CLIP_SIGMAS = 3;
  private static final double FIRST_CLIP_SIGMAS = 2;
  private static final double CROWDED_SKEW_SIGMAS = 0.3;
  private static final double SETTLED = 1e-4;
  private static final int MOST_ROUNDS = 100;
  private static final int MOST_REDRAWS = 40;

  /**
   * counts[i] is the number of pixels in bins below i; sums and squares alike, of the bin numbers.
   */
  private long[] counts = {0};

  private double[] sums = {0};
  private double[] squares = {0};
  private int bins;
  private double origin;
  private double binWidth;

  private int low;
  private int high;
  private double mean;
  private double median;
  private double sigma;

  /**
   * Measures the first {@code size} of {@code pixels}, all finite, at least one.
   *
   * @return background and noise, in the pixels' unit
   */
  MeshValue measure(float[] pixels, int size) {
    Spread all = Spread.of(pixels, size, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    double reach = FIRST_CLIP_SIGMAS * all.sigma();
    Spread core = Spread.of(pixels, size, all.mean() - reach, all.mean() + reach);
    for (int redraw = 0; core.sigma() > 0 && redraw < MOST_REDRAWS; redraw++) {
      draw(pixels, size, core);
      clip();
      if (sigma >= COARSE_SIGMA_BINS) {
        return new MeshValue(origin + mode() * binWidth, sigma * binWidth);
      }
      // A few enormous pixels made the bins wider than the noise: look again at the bins that
      // survived.
      Spread survivors =
          Spread.of(
              pixels, size, origin + (low - 0.5) * binWidth, origin + (high + 0.5) * binWidth);
      if (survivors.count() == core.count()) {
        return new MeshValue(origin + mode() * binWidth, sigma * binWidth);
      }
      core = survivors;
    }
    return new MeshValue(core.mean(), core.sigma());
  }

  private void draw(float[] pixels, int size, Spread core) {
    bins =
        (int) (Math.sqrt(2 / Math.PI) * HALF_RANGE_SIGMAS / PIXELS_IN_MODE_BIN * core.count()) + 1;
    origin = core.mean() - HALF_RANGE_SIGMAS * core.sigma();
    binWidth = 2 * HALF_RANGE_SIGMAS * core.sigma() / bins;
    if (counts.length < bins + 1) {
      counts = new long[bins + 1];
      sums = new double[bins + 1];
      squares = new double[bins + 1];
    }
    Arrays.fill(counts, 0, bins + 1, 0);
    double perUnit = 1 / binWidth;
    for (int i = 0; i < size; i++) {
      double bin = Math.floor((pixels[i] - origin) * perUnit + 0.5);
      if (bin >= 0 && bin < bins) {
        counts[(int) bin + 1]++;
      }
    }
    for (int i = 0; i < bins; i++) {
      double here = counts[i + 1];
      sums[i + 1] = sums[i] + here * i;
      squares[i + 1] = squares[i] + here * i * i;
      counts[i + 1] += counts[i];
    }
  }

  private void clip() {
    low = 0;
    high = bins - 1;
    double before = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double pixels = counts[high + 1] - counts[low];
      mean = (sums[high + 1] - sums[low]) / pixels;
      sigma = Math.sqrt(Math.max(0, (squares[high + 1] - squares[low]) / pixels - mean * mean));
      median = medianBin();
      if (round > 0 && Math.abs(sigma - before) <= SETTLED * before) {
        return;
      }
      before = sigma;
      low = (int) Math.max(0, Math.floor(median - CLIP_SIGMAS * sigma + 0.5));
      high = (int) Math.min(bins - 1, Math.floor(median + CLIP_SIGMAS * sigma + 0.5));
    }
  }

  /**
   * From the boundary between two bins that halves the pixels best, moved by what is missing to an
   * even split.
   */
  private double medianBin() {
    double pixels = counts[high + 1] - counts[low];
    int above = firstBinReaching(counts[low] + pixels / 2);
    double best = above;
    double bestImbalance = Double.POSITIVE_INFINITY;
    for (int bin = Math.max(0, above - 1); bin <= above && bin + 1 < bins; bin++) {
      double below = counts[bin + 1] - counts[low];
      double imbalance = pixels - 2 * below;
      if (Math.abs(imbalance) < bestImbalance) {
        bestImbalance = Math.abs(imbalance);
        long denser = Math.max(counts[bin + 1] - counts[bin], counts[bin + 2] - counts[bin + 1]);
        best = bin + 0.5 + imbalance / (2.0 * Math.max(1, denser));
      }
    }
    return best;
  }

  private int firstBinReaching(double target) {
    int from = low;
    int to = high;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (counts[middle + 1] >= target) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  private double mode() {
    return Math.abs(mean - median) > CROWDED_SKEW_SIGMAS * sigma
        ? median
        : 2.5 * median - 1.5 * mean;
  }
}
