package org.nightjar.rendering.pixel;

import java.util.Arrays;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Integrates surface brightness over pixels.
 *
 * <p>The adaptive way: the middles of all pixels are looked at. Their second differences say how
 * far a middle is from the mean of its pixel (h^2/24 times the Laplacian, the first term of what
 * the midpoint rule leaves out). Where that is below the tolerance it is added; other pixels, and
 * those that the sky marks as fine, are divided into 3 x 3 squares, and those again where they need
 * it, up to 81 x 81 points in a pixel.
 *
 * <p>Has working memory for one picture: for one thread at a time.
 */
@ProviderType
public final class PixelIntegrator {
  private static final int DIVISION = 3;
  private static final int NINE = DIVISION * DIVISION;
  private static final int DEEPEST = 3;
  private static final int BATCH = 64;
  private static final double LAPLACIAN = 1.0 / 24;

  private final PixelGrid grid;
  private final Sampling sampling;
  private final double[] x;
  private final double[] y;
  private final double[] values;
  private final double[] middles;
  private final boolean[] fine;
  private final double[][] parts = new double[DEEPEST][NINE * NINE];
  private final int[] batch = new int[BATCH];
  private final double[] batchValues = new double[NINE * BATCH];

  /** An integrator for pictures of one size. */
  public PixelIntegrator(PixelGrid grid, Sampling sampling) {
    this.grid = grid;
    this.sampling = sampling;
    int most = Math.max(grid.width() * sampling.points(), NINE * BATCH);
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
    divideMarked(sky, image);
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

  /** Divides the marked pixels, some at a time: a sky is quicker with many points. */
  private void divideMarked(Sky sky, float[] image) {
    int count = 0;
    for (int pixel = 0; pixel < fine.length; pixel++) {
      if (fine[pixel]) {
        batch[count++] = pixel;
      }
      if (count == BATCH || pixel == fine.length - 1) {
        divide(sky, count, image);
        count = 0;
      }
    }
  }

  private void divide(Sky sky, int count, float[] image) {
    double part = grid.scale() / DIVISION;
    for (int i = 0; i < count; i++) {
      points(grid.x(batch[i] % grid.width()), row(batch[i]), part, NINE * i);
    }
    sky.brightness(x, y, NINE * count, batchValues);
    double area = grid.scale() * grid.scale();
    for (int i = 0; i < count; i++) {
      double px = grid.x(batch[i] % grid.width());
      double middle = middles[batch[i]] / area;
      double tolerance = sampling.tolerance() / area;
      double mean =
          mean(sky, px, row(batch[i]), grid.scale(), middle, batchValues, NINE * i, tolerance, 0);
      image[batch[i]] = (float) (mean * area);
    }
  }

  /**
   * Mean brightness of a square from 3 x 3 points. As the midpoint rule's error falls with the
   * square of the division, their mean is corrected by an eighth of its difference to the middle.
   * If that could be above the tolerance, each of the nine squares is divided in turn.
   */
  private double mean(
      Sky sky,
      double px,
      double py,
      double side,
      double middle,
      double[] values9,
      int from,
      double tolerance,
      int depth) {
    double mean = 0;
    for (int i = 0; i < NINE; i++) {
      mean += values9[from + i] / NINE;
    }
    double correction = (mean - middle) / (NINE - 1);
    if (depth == DEEPEST || roughness(values9, from) <= tolerance) {
      return mean + correction;
    }
    double part = side / DIVISION;
    for (int i = 0; i < NINE; i++) {
      points(px + column(i) * part, py + line(i) * part, part / DIVISION, NINE * i);
    }
    double[] inside = parts[depth];
    sky.brightness(x, y, NINE * NINE, inside);
    double sum = 0;
    for (int i = 0; i < NINE; i++) {
      double subX = px + column(i) * part;
      double subY = py + line(i) * part;
      double subMiddle = values9[from + i];
      // Nine errors of either sign, each over a ninth of the area.
      sum += mean(sky, subX, subY, part, subMiddle, inside, NINE * i, 3 * tolerance, depth + 1);
    }
    return sum / NINE;
  }

  /**
   * How large the correction could be: the second differences of each row and column, without their
   * signs, as those of a cusp's flanks cancel.
   */
  private static double roughness(double[] values, int from) {
    double sum = 0;
    for (int i = 0; i < DIVISION; i++) {
      int row = from + DIVISION * i;
      int column = from + i;
      sum += Math.abs(values[row] - 2 * values[row + 1] + values[row + 2]);
      sum +=
          Math.abs(values[column] - 2 * values[column + DIVISION] + values[column + 2 * DIVISION]);
    }
    return LAPLACIAN * sum / DIVISION;
  }

  private void points(double px, double py, double part, int from) {
    for (int i = 0; i < NINE; i++) {
      x[from + i] = px + column(i) * part;
      y[from + i] = py + line(i) * part;
    }
  }

  private double row(int pixel) {
    return grid.y(Math.floorDiv(pixel, grid.width()));
  }

  private static int column(int i) {
    return i % DIVISION - 1;
  }

  private static int line(int i) {
    return Math.floorDiv(i, DIVISION) - 1;
  }
}
