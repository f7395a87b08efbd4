package org.nightjar.image.internal.detection;

/**
 * Flux-weighted barycentre, second central moments and peak of pixels of a footprint, in pixels.
 */
public record Moments(
    double x, double y, double xx, double yy, double xy, double flux, double peak) {

  private static final double PIXEL_VARIANCE = 1.0 / 12;

  /** Weights are the filtered values, all positive. */
  static Moments of(Footprint footprint, int[] pixels, int width) {
    int x0 = footprint.index(pixels[0]) % width;
    int y0 = footprint.index(pixels[0]) / width;
    double sum = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    double peak = 0;
    for (int pixel : pixels) {
      double weight = footprint.filtered(pixel);
      double dx = footprint.index(pixel) % width - x0;
      double dy = footprint.index(pixel) / width - y0;
      sum += weight;
      sx += weight * dx;
      sy += weight * dy;
      sxx += weight * dx * dx;
      syy += weight * dy * dy;
      sxy += weight * dx * dy;
      peak = Math.max(peak, weight);
    }
    double mx = sx / sum;
    double my = sy / sum;
    return new Moments(
        x0 + mx, y0 + my, sxx / sum - mx * mx, syy / sum - my * my, sxy / sum - mx * my, sum, peak);
  }

  /**
   * Moments of a line or a point get the size of a pixel (variance 1/12), so that they describe an
   * ellipse.
   */
  Moments regular() {
    if (xx * yy - xy * xy >= PIXEL_VARIANCE * PIXEL_VARIANCE) {
      return this;
    }
    return new Moments(
        x, y, Math.max(0, xx) + PIXEL_VARIANCE, Math.max(0, yy) + PIXEL_VARIANCE, xy, flux, peak);
  }

  /** The whole Gaussian's variance over that of its part above {@code fraction} of its peak. */
  static double truncationFactor(double fraction) {
    if (fraction >= 1 - 1e-6) {
      return 2 / Math.max(1e-6, 1 - fraction);
    }
    if (fraction <= 0) {
      return 1;
    }
    return (1 - fraction) / (1 - fraction * (1 - Math.log(fraction)));
  }
}
