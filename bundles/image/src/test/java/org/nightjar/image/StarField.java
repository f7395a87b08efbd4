package org.nightjar.image;

import java.util.Random;

/** Made-up images full of stars whose shape is known. */
final class StarField {

  private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

  private StarField() {}

  /** The shape of a star: e = 1 - b/a towards an angle from +x to +y, and its FWHM. */
  record Shape(double fwhm, double e, double theta) {}

  /** The shape of stars by their place. */
  interface Optics {
    Shape at(double x, double y);
  }

  /** Stars of all brightnesses, log-uniform between two peaks, at random places. */
  static Sky of(Sky sky, int stars, double faintest, double brightest, Optics optics, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < stars; i++) {
      double x = random.nextDouble() * sky.width - 0.5;
      double y = random.nextDouble() * sky.height - 0.5;
      double peak = faintest * Math.pow(brightest / faintest, random.nextDouble());
      draw(sky, x, y, peak, optics.at(x, y));
    }
    return sky;
  }

  /** Stars of one round shape. */
  static Sky round(Sky sky, int stars, double faintest, double brightest, double fwhm, long seed) {
    return of(sky, stars, faintest, brightest, (x, y) -> new Shape(fwhm, 0, 0), seed);
  }

  /** One Gaussian; its FWHM is the geometric mean of those of its axes. */
  static void draw(Sky sky, double x, double y, double peak, Shape shape) {
    double sigma = shape.fwhm() / FWHM_PER_SIGMA;
    double a = sigma / Math.sqrt(1 - shape.e());
    double b = sigma * Math.sqrt(1 - shape.e());
    double cosine = Math.cos(shape.theta());
    double sine = Math.sin(shape.theta());
    int reach = (int) Math.ceil(6 * a) + 1;
    for (int row = Math.max(0, (int) y - reach);
        row <= Math.min(sky.height - 1, (int) y + reach);
        row++) {
      for (int column = Math.max(0, (int) x - reach);
          column <= Math.min(sky.width - 1, (int) x + reach);
          column++) {
        double u = ((column - x) * cosine + (row - y) * sine) / a;
        double v = ((row - y) * cosine - (column - x) * sine) / b;
        sky.pixels[row * sky.width + column] += (float) (peak * Math.exp(-(u * u + v * v) / 2));
      }
    }
  }

  /** Photon noise of what stands above a level, for a gain of 1. */
  static Sky withPhotonNoise(Sky sky, double level, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < sky.pixels.length; i++) {
      double light = Math.max(0, sky.pixels[i] - level);
      sky.pixels[i] += (float) (Math.sqrt(light) * random.nextGaussian());
    }
    return sky;
  }
}
