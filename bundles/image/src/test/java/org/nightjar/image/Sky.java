package org.nightjar.image;

import java.util.Random;

/** Made-up images: a level, Gaussian noise, round Gaussian stars. */
final class Sky {

  final float[] pixels;
  final int width;
  final int height;

  Sky(int width, int height, double level, double noise, long seed) {
    this.pixels = new float[width * height];
    this.width = width;
    this.height = height;
    Random random = new Random(seed);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (level + noise * random.nextGaussian());
    }
  }

  Sky star(double x, double y, double peak, double sigma) {
    return ellipse(x, y, peak, sigma, sigma);
  }

  Sky ellipse(double x, double y, double peak, double sigmaX, double sigmaY) {
    int reach = (int) Math.ceil(8 * Math.max(sigmaX, sigmaY));
    for (int row = Math.max(0, (int) y - reach);
        row <= Math.min(height - 1, (int) y + reach);
        row++) {
      for (int column = Math.max(0, (int) x - reach);
          column <= Math.min(width - 1, (int) x + reach);
          column++) {
        double u = (column - x) / sigmaX;
        double v = (row - y) / sigmaY;
        pixels[row * width + column] += (float) (peak * Math.exp(-(u * u + v * v) / 2));
      }
    }
    return this;
  }

  /** A star with wings: a Moffat profile, its width told as its full width at half maximum. */
  Sky moffat(double x, double y, double peak, double fwhm, double exponent) {
    double alpha = fwhm / 2 / Math.sqrt(Math.pow(2, 1 / exponent) - 1);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double r = Math.hypot(column - x, row - y) / alpha;
        pixels[row * width + column] += (float) (peak * Math.pow(1 + r * r, -exponent));
      }
    }
    return this;
  }

  /** A straight line of light with a Gaussian profile across it. */
  Sky streak(double x0, double y0, double x1, double y1, double peak, double sigma) {
    double length = Math.hypot(x1 - x0, y1 - y0);
    for (int i = 0; i < pixels.length; i++) {
      double dx = i % width - x0;
      double dy = i / width - y0;
      double along = (dx * (x1 - x0) + dy * (y1 - y0)) / length;
      double across = (dy * (x1 - x0) - dx * (y1 - y0)) / length;
      if (along >= 0 && along <= length) {
        pixels[i] += (float) (peak * Math.exp(-across * across / (2 * sigma * sigma)));
      }
    }
    return this;
  }

  Sky set(int x, int y, double value) {
    pixels[y * width + x] = (float) value;
    return this;
  }

  PixelRows rows() {
    return PixelRows.of(pixels, width, height);
  }

  BackgroundMesh mesh() {
    return BackgroundMesh.measure(rows(), BackgroundSettings.defaults());
  }

  SourceList detect(DetectionSettings settings) {
    return SourceDetection.detect(rows(), mesh(), settings);
  }

  SourceList detect() {
    return detect(DetectionSettings.defaults());
  }
}
