package org.nightjar.testkit;

import java.util.Arrays;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A small made-up sky: round Gaussian stars on a flat background with Gaussian noise.
 *
 * <p>Random numbers are counter-based: the noise of a pixel depends on the seed and its place, a
 * star on the seed and its number, so that the same sky comes out on every machine and in every
 * order.
 *
 * @param width columns
 * @param height rows
 * @param seed which sky
 * @param background level between the stars, pixel units
 * @param noise standard deviation of the noise, pixel units
 * @param stars how many
 * @param faintest flux of the faintest star, pixel units summed over the star
 * @param brightest flux of the brightest star; fluxes are spread evenly in the logarithm
 * @param fwhm full width of a star at half its height, pixels
 */
@ProviderType
public record Sky(
    int width,
    int height,
    long seed,
    double background,
    double noise,
    int stars,
    double faintest,
    double brightest,
    double fwhm) {

  private static final double SIGMA_PER_FWHM = 1 / (2 * StrictMath.sqrt(2 * StrictMath.log(2)));
  private static final double REACH = 6;

  /** A sky of this size: 1000 adu of background, 5 adu of noise, a star per 2500 pixels. */
  public static Sky of(int width, int height) {
    return new Sky(width, height, 1, 1000, 5, width * height / 2500, 2000, 50_000, 3);
  }

  /** Another sky of the same sort. */
  public Sky withSeed(long other) {
    return new Sky(width, height, other, background, noise, stars, faintest, brightest, fwhm);
  }

  /** The same sky at another level and noise. */
  public Sky withBackground(double level, double sigma) {
    return new Sky(width, height, seed, level, sigma, stars, faintest, brightest, fwhm);
  }

  /** The same sky with another number of stars. */
  public Sky withStars(int count) {
    return new Sky(width, height, seed, background, noise, count, faintest, brightest, fwhm);
  }

  /** The same sky under another seeing, pixels. */
  public Sky withFwhm(double pixels) {
    return new Sky(width, height, seed, background, noise, stars, faintest, brightest, pixels);
  }

  /** The pixels, row by row. */
  public float[] pixels() {
    double[] sum = new double[width * height];
    Arrays.setAll(sum, i -> background + noise * gaussian(i));
    for (int star = 0; star < stars; star++) {
      add(sum, star);
    }
    float[] pixels = new float[sum.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) sum[i];
    }
    return pixels;
  }

  /** The sky as a part of a product. */
  public InMemoryImage image(String name) {
    return InMemoryImage.of(name, width, pixels());
  }

  private void add(double[] sum, int star) {
    double x0 = uniform(star, 1) * (width - 1);
    double y0 = uniform(star, 2) * (height - 1);
    double flux = faintest * StrictMath.pow(brightest / faintest, uniform(star, 3));
    double sigma = fwhm * SIGMA_PER_FWHM;
    double peak = flux / (2 * Math.PI * sigma * sigma);
    int reach = (int) Math.ceil(REACH * sigma);
    for (int y = Math.max(0, (int) y0 - reach); y <= Math.min(height - 1, y0 + reach); y++) {
      for (int x = Math.max(0, (int) x0 - reach); x <= Math.min(width - 1, x0 + reach); x++) {
        double squared = (x - x0) * (x - x0) + (y - y0) * (y - y0);
        sum[y * width + x] += peak * StrictMath.exp(-squared / (2 * sigma * sigma));
      }
    }
  }

  /** Box and Muller's pair, of which the first is used. */
  private double gaussian(int pixel) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(pixel, 4)));
    return radius * StrictMath.cos(2 * Math.PI * uniform(pixel, 5));
  }

  private double uniform(long counter, long stream) {
    return (Counters.mix(Counters.mix(seed + stream) + counter) >>> 11) * 0x1.0p-53;
  }
}
