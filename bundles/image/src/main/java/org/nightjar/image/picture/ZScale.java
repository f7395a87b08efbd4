package org.nightjar.image.picture;

import java.util.Arrays;
import org.nightjar.image.PixelRows;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The levels between which an image of the sky is shown: the zscale algorithm that D. Tody wrote
 * for IRAF. A straight line is fitted to the sorted values of a sample, leaving out what lies off
 * it; its slope, made steeper by the contrast, gives the range around the median.
 *
 * @param low value shown darkest
 * @param high value shown brightest; above {@code low}
 */
@ProviderType
public record ZScale(double low, double high) {
  private static final int SAMPLE = 1000;
  private static final double CONTRAST = 0.25;
  private static final double MOST_REJECTED = 0.5;
  private static final int LEAST_PIXELS = 5;
  private static final double REJECTION_SIGMAS = 2.5;
  private static final int ITERATIONS = 5;
  private static final double GROWTH = 0.01;

  /** The levels of an image, from about a thousand pixels on a regular grid. */
  public static ZScale of(PixelRows pixels) {
    int step =
        (int)
            Math.max(1, Math.floor(Math.sqrt((double) pixels.width() * pixels.height() / SAMPLE)));
    int columns = (pixels.width() + step - 1) / step;
    int rows = (pixels.height() + step - 1) / step;
    float[] sample = new float[columns * rows];
    float[] row = new float[pixels.width()];
    int count = 0;
    for (int y = 0; y < pixels.height(); y += step) {
      pixels.readRow(y, row);
      for (int x = 0; x < row.length; x += step) {
        sample[count++] = row[x];
      }
    }
    return of(sample);
  }

  /** The levels of these values, of which those that are not finite do not count. */
  public static ZScale of(float[] values) {
    double[] finite = new double[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite[count++] = value;
      }
    }
    if (count == 0) {
      return new ZScale(0, 1);
    }
    double[] sorted = sample(finite, count);
    Arrays.sort(sorted);
    return of(sorted, slope(sorted));
  }

  private static double[] sample(double[] finite, int count) {
    int stride = Math.max(1, count / SAMPLE);
    double[] sample = new double[Math.min(SAMPLE, (count + stride - 1) / stride)];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = finite[i * stride];
    }
    return sample;
  }

  private static ZScale of(double[] sorted, double slope) {
    int n = sorted.length;
    double low = sorted[0];
    double high = sorted[n - 1];
    if (!Double.isNaN(slope)) {
      double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
      int centre = (n - 1) / 2;
      low = Math.max(low, median - (centre - 1) * slope / CONTRAST);
      high = Math.min(high, median + (n - centre) * slope / CONTRAST);
    }
    return new ZScale(low, high > low ? high : low + 1);
  }

  /** Slope of the line through the values that lie on it; NaN if too few do. */
  private static double slope(double[] sorted) {
    int n = sorted.length;
    int least = Math.max(LEAST_PIXELS, (int) (n * MOST_REJECTED));
    boolean[] bad = new boolean[n];
    int good = n;
    int before = n + 1;
    double slope = Double.NaN;
    for (int i = 0; i < ITERATIONS && good < before && good >= least; i++) {
      Line line = Line.through(sorted, bad);
      slope = line.slope();
      line.reject(sorted, bad);
      before = good;
      good = 0;
      for (boolean each : bad) {
        good += each ? 0 : 1;
      }
    }
    return good >= least ? slope : Double.NaN;
  }

  private record Line(double slope, double start) {
    /** The least-squares line through the values that are not bad, by their place. */
    static Line through(double[] values, boolean[] bad) {
      double count = 0;
      double sumX = 0;
      double sumY = 0;
      double sumXx = 0;
      double sumXy = 0;
      for (int i = 0; i < values.length; i++) {
        if (!bad[i]) {
          count++;
          sumX += i;
          sumY += values[i];
          sumXx += (double) i * i;
          sumXy += i * values[i];
        }
      }
      double spread = count * sumXx - sumX * sumX;
      double slope = spread > 0 ? (count * sumXy - sumX * sumY) / spread : 0;
      return new Line(slope, (sumY - slope * sumX) / count);
    }

    /** Makes bad what lies far off, and its neighbours. */
    void reject(double[] values, boolean[] bad) {
      double threshold = REJECTION_SIGMAS * deviation(values, bad);
      boolean[] off = bad.clone();
      for (int i = 0; i < values.length; i++) {
        off[i] |= Math.abs(away(values, i)) > threshold;
      }
      int width = Math.max(1, (int) (values.length * GROWTH));
      int left = (width - 1) / 2;
      for (int i = 0; i < values.length; i++) {
        if (off[i]) {
          int from = Math.max(0, i - left);
          Arrays.fill(bad, from, Math.min(values.length, i - left + width), true);
        }
      }
    }

    private double deviation(double[] values, boolean[] bad) {
      double count = 0;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < values.length; i++) {
        if (!bad[i]) {
          double away = away(values, i);
          count++;
          sum += away;
          squares += away * away;
        }
      }
      return Math.sqrt(Math.max(0, squares / count - (sum / count) * (sum / count)));
    }

    private double away(double[] values, int i) {
      return values[i] - (start + slope * i);
    }
  }
}
