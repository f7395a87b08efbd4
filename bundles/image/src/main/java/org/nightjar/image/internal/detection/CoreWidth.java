package org.nightjar.image.internal.detection;

/**
 * The width of a source from its core: a straight line through the logarithm of the unfiltered
 * pixels against the square of their elliptical distance, weighted as noise asks (by the square of
 * the value). Exact for a Gaussian; the wings of a real star stay out of it.
 */
final class CoreWidth {

  /** Pixels below this part of the peak are wings. */
  private static final double CORE = 0.35;

  /** A line through fewer says nothing. */
  private static final int FEWEST_PIXELS = 3;

  private CoreWidth() {}

  /**
   * The variance per axis, in square pixels, of the Gaussian that fits the core, the mean
   * (geometric) of the axes of an ellipse; 0 if the core has too few pixels or does not fall off.
   */
  static double variance(
      Footprint footprint, int[] pixels, int width, Moments ellipse, double peak) {
    double scale = Math.sqrt(ellipse.xx() * ellipse.yy() - ellipse.xy() * ellipse.xy());
    int count = 0;
    double sw = 0;
    double sq = 0;
    double sl = 0;
    double sqq = 0;
    double sql = 0;
    for (int pixel : pixels) {
      double value = footprint.plain(pixel);
      if (value < CORE * peak) {
        continue;
      }
      double dx = footprint.index(pixel) % width - ellipse.x();
      double dy = footprint.index(pixel) / width - ellipse.y();
      double q =
          (ellipse.yy() * dx * dx + ellipse.xx() * dy * dy - 2 * ellipse.xy() * dx * dy) / scale;
      double log = Math.log(value / peak);
      double weight = value / peak * (value / peak);
      count++;
      sw += weight;
      sq += weight * q;
      sl += weight * log;
      sqq += weight * q * q;
      sql += weight * q * log;
    }
    double spread = sw * sqq - sq * sq;
    double slope = spread > 0 ? (sw * sql - sq * sl) / spread : 0;
    return count >= FEWEST_PIXELS && slope < 0 ? -1 / (2 * slope) : 0;
  }
}
