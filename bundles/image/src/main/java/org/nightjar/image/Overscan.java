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
 * @param noise standard deviation of a pixel, from differences of neighbours along the rows,
 *     clipped at 3 sigma and made up for that: an estimate of the read noise, free of slopes. Of a
 *     section one pixel wide it is the scatter of the rows
 * @param perRow slope of the rows' medians, unit per row
 * @param perRowError its standard error; NaN for fewer than 30 rows, which do not tell it
 * @param rowScatter scatter of the rows' medians about that slope
 * @param pixels good ones used
 */
@ProviderType
public record Overscan(
    double level, double noise, double perRow, double perRowError, double rowScatter, long pixels) {

  private static final int FEWEST_ROWS = 30;
  private static final int MOST_DIFFERENCES = 1 << 20;
  private static final double CLIP = 3;
  private static final int ROUNDS = 10;

  /** Standard deviation of a Gaussian cut off at 3 sigma. */
  private static final double LEFT_BY_CLIPPING = 0.9866;

  private static final double DRIFT_SIGNIFICANCE = 5;

  /** Measures one section of an image. */
  public static Overscan measure(PixelRows image, Section section) {
    PixelRows part = section.of(image);
    int width = part.width();
    int height = part.height();
    // Of a large section every n-th row is enough for the noise.
    int stride = (int) (((long) width * height - 1) / MOST_DIFFERENCES + 1);
    float[] row = new float[width];
    float[] good = new float[width];
    double[] medians = new double[height];
    float[] differences = new float[((height - 1) / stride + 1) * width];
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
      for (int x = 1; x < width && y % stride == 0; x++) {
        if (GoodPixel.is(row[x]) && GoodPixel.is(row[x - 1])) {
          differences[kept++] = row[x] - row[x - 1];
        }
      }
    }
    return of(medians, Arrays.copyOf(differences, kept), pixels);
  }

  private static Overscan of(double[] medians, float[] differences, long pixels) {
    double[] rows = new double[medians.length];
    Arrays.setAll(rows, y -> y);
    Plane line = Plane.through(new double[medians.length], rows, medians);
    double noise =
        differences.length == 0
            ? line.scatter()
            : RobustStatistics.clipped(differences, CLIP, ROUNDS).standardDeviation()
                / (LEFT_BY_CLIPPING * Math.sqrt(2));
    return new Overscan(
        Robust.median(medians, medians.length),
        noise,
        line.slopeY(),
        line.used() < FEWEST_ROWS ? Double.NaN : line.slopeError(),
        line.scatter(),
        pixels);
  }

  /** Whether the level drifts along the rows: a slope of 5 standard errors. */
  public boolean isDrifting() {
    return Math.abs(perRow) > DRIFT_SIGNIFICANCE * perRowError;
  }
}
