package org.nightjar.rendering.pixel;

import java.util.Arrays;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Integrates surface brightness over pixels.
 *
 * <p>The adaptive way: the middles of all pixels are looked at. Their second differences say how
 * far a middle is from the mean of its pixel (h^2/24 times the Laplacian, the first term of what
 * the midpoint rule leaves out). Where that is below the tolerance it is added; other pixels, and
 * those that the sky marks as fine, are divided into 3 x 3, 7 x 7, 15 x 15 and 31 x 31 points until
 * two divisions agree.
 *
 * <p>Has working memory for one picture: for one thread at a time.
 */
@ProviderType
public final class PixelIntegrator {
  private static final int[] DIVISIONS = {3, 7, 15, 31};
  private static final double LAPLACIAN = 1.0 / 24;

  private final PixelGrid grid;
  private final Sampling sampling;
  private final double[] x;
  private final double[] y;
  private final double[] values;
  private final double[] middles;
  private final boolean[] fine;

  /** An integrator for pictures of one size. */
  public PixelIntegrator(PixelGrid grid, Sampling sampling) {
    this.grid = grid;
    this.sampling = sampling;
    int most = Math.max(grid.width() * sampling.points(), 31 * 31);
    this.x = new double[most];
    this.y = new double[most];
    this.values = new double[most];
    this.middles = new double[sampling.isAdaptive() ? grid.pixels() : 0];
    this.fine = new boolean[sampling.isAdaptive() ? grid.pixels() : 0];
  }

  /**
   * Fills a picture.
   *
   * @param sky what is seen
   * @param image row-major, e-/s per pixel; overwritten
   */
  public void integrate(Sky sky, float[] image) {
    if (sampling.isAdaptive()) {
      adaptive(sky, image);
    } else {
      fixed(sky, image);
    }
  }

  private void fixed(Sky sky, float[] image) {
    int n = sampling.points();
    int width = grid.width();
    double share = grid.scale() * grid.scale() / (n * n);
    double[] sums = new double[width];
    for (int i = 0; i < width * n; i++) {
      x[i] = grid.x((i + 0.5) / n - 0.5);
    }
    for (int row = 0; row < grid.height(); row++) {
      Arrays.fill(sums, 0);
      for (int sub = 0; sub < n; sub++) {
        Arrays.fill(y, 0, width * n, grid.y(row + (sub + 0.5) / n - 0.5));
        sky.brightness(x, y, width * n, values);
        for (int i = 0; i < width * n; i++) {
          sums[i / n] += values[i];
        }
      }
      for (int i = 0; i < width; i++) {
        image[row * width + i] = (float) (sums[i] * share);
      }
    }
  }

  private void adaptive(Sky sky, float[] image) {
    int width = grid.width();
    double area = grid.scale() * grid.scale();
    for (int i = 0; i < width; i++) {
      x[i] = grid.x(i);
    }
    for (int row = 0; row < grid.height(); row++) {
      Arrays.fill(y, 0, width, grid.y(row));
      sky.brightness(x, y, width, values);
      int from = row * width;
      for (int i = 0; i < width; i++) {
        middles[from + i] = values[i] * area;
      }
    }
    Arrays.fill(fine, false);
    sky.markFine(grid, fine);
    for (int row = 0; row < grid.height(); row++) {
      correct(row, image);
    }
    for (int pixel = 0; pixel < fine.length; pixel++) {
      if (fine[pixel]) {
        image[pixel] = (float) divided(sky, pixel, area);
      }
    }
  }

  /** Adds second differences to a row, and marks what needs more. */
  private void correct(int row, float[] image) {
    int width = grid.width();
    int from = row * width;
    boolean inside = row > 0 && row < grid.height() - 1;
    double limit = sampling.tolerance() / LAPLACIAN;
    for (int i = 0; i < width; i++) {
      int at = from + i;
      double middle = middles[at];
      double twice = 2 * middle;
      double along = i > 0 && i < width - 1 ? middles[at - 1] + middles[at + 1] - twice : 0;
      double across = inside ? middles[at - width] + middles[at + width] - twice : 0;
      image[at] = (float) (middle + LAPLACIAN * (along + across));
      fine[at] |= !(Math.abs(along) + Math.abs(across) <= limit);
    }
  }

  private double divided(Sky sky, int pixel, double area) {
    double before = middles[pixel];
    for (int n : DIVISIONS) {
      double column = pixel % grid.width();
      double row = Math.floorDiv(pixel, grid.width());
      int count = 0;
      for (int j = 0; j < n; j++) {
        double py = grid.y(row + (j + 0.5) / n - 0.5);
        for (int i = 0; i < n; i++) {
          x[count] = grid.x(column + (i + 0.5) / n - 0.5);
          y[count++] = py;
        }
      }
      sky.brightness(x, y, count, values);
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += values[i];
      }
      double now = sum * area / count;
      // The error of the finer one is some fifth of the difference.
      if (Math.abs(now - before) <= 2 * sampling.tolerance()) {
        return now;
      }
      before = now;
    }
    return before;
  }
}
