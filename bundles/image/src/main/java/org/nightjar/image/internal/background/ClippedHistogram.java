package org.nightjar.image.internal.background;

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

  private final Bins bins = new Bins();
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
      int wanted =
          (int) (Math.sqrt(2 / Math.PI) * HALF_RANGE_SIGMAS / PIXELS_IN_MODE_BIN * core.count());
      double half = HALF_RANGE_SIGMAS * core.sigma();
      bins.draw(pixels, size, core.mean() - half, 2 * half, wanted + 1);
      clip();
      if (sigma >= COARSE_SIGMA_BINS) {
        return settled();
      }
      // A few enormous pixels made the bins wider than the noise: look again at the bins that
      // survived.
      Spread survivors =
          Spread.of(pixels, size, bins.value(bins.low() - 0.5), bins.value(bins.high() + 0.5));
      if (survivors.count() == core.count()) {
        return settled();
      }
      core = survivors;
    }
    return new MeshValue(core.mean(), core.sigma());
  }

  private MeshValue settled() {
    return new MeshValue(bins.value(mode()), sigma * bins.binWidth());
  }

  private void clip() {
    double before = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      mean = bins.mean();
      sigma = bins.sigma(mean);
      median = bins.median();
      if (round > 0 && Math.abs(sigma - before) <= SETTLED * before) {
        return;
      }
      before = sigma;
      bins.limit(median - CLIP_SIGMAS * sigma, median + CLIP_SIGMAS * sigma);
    }
  }

  private double mode() {
    return Math.abs(mean - median) > CROWDED_SKEW_SIGMAS * sigma
        ? median
        : 2.5 * median - 1.5 * mean;
  }
}
