package org.nightjar.image;

import java.util.Arrays;
import org.nightjar.image.internal.fit.Plane;
import org.nightjar.image.internal.statistics.GoodPixel;
import org.nightjar.image.internal.statistics.Robust;
import org.nightjar.image.internal.statistics.Selection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an overscan (or a bias) section says of its amplifier. All in the image's unit.
 *
 * @param level median of the rows' medians; NaN if no pixel is good, as are the others
 * @param noise standard deviation of the pixels about their row's median, clipped at 3 sigma, made
 *     up for what clipping and the median take: an estimate of the read noise. Of a section less
 *     than 3 pixels wide it is the scatter of the rows
 * @param perRow slope of the rows' medians, unit per row
 * @param perRowError its standard error
 * @param rowScatter scatter of the rows' medians about that slope
 * @param pixels good ones used
 */
@ProviderType
public record Overscan(
    double level, double noise, double perRow, double perRowError, double rowScatter, long pixels) {

  private static final int FEWEST_IN_ROW = 3;
  private static final int MOST_RESIDUALS = 1 << 20;
  private static final double CLIP = 3;
  private static final int ROUNDS = 10;

  /** Standard deviation of a Gaussian cut off at 3 sigma. */
  private static final double LEFT_BY_CLIPPING = 0.9866;

  /** What the median of n values takes from their variance about it: 0.43 / n of it. */
  private static final double TAKEN_BY_MEDIAN = 2 - Math.PI / 2;

  private static final double DRIFT_SIGNIFICANCE = 5;

  /** Measures one section of an image. */
  public static Overscan measure(PixelRows image, Section section) {
    PixelRows part = section.of(image);
    int width = part.width();
    int height = part.height();
    // Of a large section every n-th row is enough for the noise.
    int stride = (int) (((long) width * height - 1) / MOST_RESIDUALS + 1);
    float[] row = new float[width];
    float[] good = new float[width];
    double[] medians = new double[height];
    float[] residuals = new float[((height - 1) / stride + 1) * width];
    int kept = 0;
    long pixels = 0;
    for (int y = 0; y < height; y++) {
      part.readRow(y, row);
      int count = 0;
      for (float value : row) {
        if (GoodPixel.is(value)) {
          good[count++] = value;
        }
      }
      pixels += count;
      medians[y] = Selection.median(good, count);
      if (count >= FEWEST_IN_ROW && y % stride == 0) {
        double makeUp = Math.sqrt(1 - TAKEN_BY_MEDIAN / count);
        for (int i = 0; i < count; i++) {
          residuals[kept++] = (float) ((good[i] - medians[y]) / makeUp);
        }
      }
    }
    return of(medians, Arrays.copyOf(residuals, kept), pixels);
  }

  private static Overscan of(double[] medians, float[] residuals, long pixels) {
    double[] rows = new double[medians.length];
    Arrays.setAll(rows, y -> y);
    Plane line = Plane.through(new double[medians.length], rows, medians);
    double noise =
        residuals.length == 0
            ? line.scatter()
            : RobustStatistics.clipped(residuals, CLIP, ROUNDS).standardDeviation()
                / LEFT_BY_CLIPPING;
    return new Overscan(
        Robust.median(medians, medians.length),
        noise,
        line.slopeY(),
        line.slopeError(),
        line.scatter(),
        pixels);
  }

  /** Whether the level drifts along the rows: a slope of 5 standard errors. */
  public boolean isDrifting() {
    return Math.abs(perRow) > DRIFT_SIGNIFICANCE * perRowError;
  }
}
