package org.nightjar.image.internal.detection;

import org.nightjar.image.internal.statistics.Selection;

/** Measures the pixels of one source. */
final class Measurement {

  private final int width;
  private final int minArea;

  Measurement(int width, int minArea) {
    this.width = width;
    this.minArea = minArea;
  }

  Measured of(Blob blob) {
    Footprint footprint = blob.footprint();
    int[] pixels = blob.pixels();
    float[] values = new float[pixels.length];
    double flux = 0;
    double peak = Double.NEGATIVE_INFINITY;
    int left = Integer.MAX_VALUE;
    int right = 0;
    int saturated = 0;
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      values[i] = footprint.filtered(pixel);
      flux += footprint.plain(pixel);
      peak = Math.max(peak, footprint.plain(pixel));
      int x = footprint.index(pixel) % width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      saturated += footprint.saturated(pixel) ? 1 : 0;
    }
    int top = footprint.index(pixels[0]) / width;
    int bottom = footprint.index(pixels[pixels.length - 1]) / width;
    Moments ellipse = Moments.of(footprint, pixels, width).regular();
    return new Measured(
        ellipse,
        flux,
        peak,
        Selection.ranked(values, values.length, Math.max(0, values.length - minArea)),
        CoreWidth.variance(footprint, pixels, width, ellipse, peak),
        pixels.length,
        new Measured.Box(left, top, right, bottom),
        saturated,
        blob.blended(),
        footprint.truncated());
  }
}
