package org.nightjar.image;

import java.util.Arrays;
import org.nightjar.image.internal.statistics.Selection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Location and spread that a few wild values do not move. NaN and infinite values are left out.
 * Nothing is sorted: ranks come from selection, in a time linear in the number of values.
 *
 * @param count values used, after clipping
 * @param mean of the values used; NaN if there are none, as all that follow
 * @param median of the values used, the mean of the middle two if their number is even
 * @param standardDeviation of the values used, divided by their number
 */
@ProviderType
public record RobustStatistics(int count, double mean, double median, double standardDeviation) {

  /**
   * The standard deviation of a Gaussian over its median absolute deviation: 1 / (sqrt(2)
   * erfinv(1/2)).
   */
  public static final double SIGMA_PER_MAD = 1.4826022185056018;

  /**
   * Clips values farther than {@code sigmas} standard deviations from the median, again and again
   * until none is.
   *
   * @param values left as they are
   * @param sigmas above 0
   * @param mostRounds at most this many rounds of clipping, 0 for none
   */
  public static RobustStatistics clipped(float[] values, double sigmas, int mostRounds) {
    if (!(sigmas > 0) || mostRounds < 0) {
      throw new IllegalArgumentException(
          "clipping at "
              + sigmas
              + " sigma, "
              + mostRounds
              + " rounds: sigma must be above 0, rounds at least 0");
    }
    float[] used = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        used[count++] = value;
      }
    }
    RobustStatistics now = of(used, count);
    for (int round = 0; round < mostRounds && now.standardDeviation > 0; round++) {
      double reach = sigmas * now.standardDeviation;
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (Math.abs(used[i] - now.median) <= reach) {
          used[kept++] = used[i];
        }
      }
      if (kept == count || kept == 0) {
        break;
      }
      count = kept;
      now = of(used, count);
    }
    return now;
  }

  /** The median; NaN if no value is finite. */
  public static double median(float[] values) {
    float[] finite = finite(values);
    return Selection.median(finite, finite.length);
  }

  /**
   * The median absolute deviation from the median, not scaled; times {@link #SIGMA_PER_MAD} it
   * estimates the standard deviation of a Gaussian. NaN if no value is finite.
   */
  public static double medianAbsoluteDeviation(float[] values) {
    float[] deviations = finite(values);
    double median = Selection.median(deviations, deviations.length);
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = (float) Math.abs(deviations[i] - median);
    }
    return Selection.median(deviations, deviations.length);
  }

  private static RobustStatistics of(float[] values, int count) {
    if (count == 0) {
      return new RobustStatistics(0, Double.NaN, Double.NaN, Double.NaN);
    }
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += values[i];
    }
    mean /= count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return new RobustStatistics(
        count, mean, Selection.median(values, count), Math.sqrt(squares / count));
  }

  private static float[] finite(float[] values) {
    float[] finite = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite[count++] = value;
      }
    }
    return Arrays.copyOf(finite, count);
  }
}
