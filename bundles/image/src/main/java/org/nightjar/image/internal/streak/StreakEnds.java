package org.nightjar.image.internal.streak;

import java.util.Arrays;

/** Where along its line a streak begins and ends. */
final class StreakEnds {

  private static final double OUTLIER = 3;
  private static final double DARK = 0.75;
  private static final double CLEAR = 2;
  private static final int WINDOW = 3;
  private static final int INSIDE = 40;

  private StreakEnds() {}

  /**
   * For every step, how much likelier its light is with the streak than without (log likelihood).
   * What neither explains, as a star, speaks for neither.
   */
  static double[] score(double[] along, double level) {
    double most = Math.max(OUTLIER, level / 2);
    double[] score = new double[along.length];
    for (int u = 0; u < along.length; u++) {
      if (!Double.isNaN(along[u]) && level > 0) {
        double without = Math.min(Math.abs(along[u]), most);
        double with = Math.min(Math.abs(along[u] - level), most);
        double gain = without * without - with * with;
        score[u] = gain < 0 ? DARK * gain : gain;
      }
    }
    return score;
  }

  /**
   * The same stretch with ends where the running median of its unclipped height falls to half of
   * what it is inside; as it is where noise hides that.
   */
  static Stretch refined(Strip strip, Stretch stretch, double width, double level) {
    int range = (int) Math.ceil(width) + 6;
    if (level < CLEAR || stretch.length() < 2 * range) {
      return stretch;
    }
    double half = Math.max(0.5, width / 4);
    int from = end(strip, half, stretch.from(), 1, range, stretch.length());
    int to = end(strip, half, stretch.to(), -1, range, stretch.length());
    return from < to ? new Stretch(from, to, stretch.sum()) : stretch;
  }

  /** Looks outward from inside the end for the first place where it is dark from there on. */
  private static int end(Strip strip, double half, int end, int inward, int range, int length) {
    int far = Math.min(INSIDE + range, length - 1);
    double inside = median(strip, half, end + inward * range, end + inward * far);
    double outside = median(strip, half, end - inward * range, end - inward * 2 * range);
    double limit = (inside + (Double.isNaN(outside) ? 0 : Math.min(outside, inside / 2))) / 2;
    int found = end;
    for (int step = range; step >= -range; step--) {
      int at = end + inward * step;
      double here = median(strip, half, at - WINDOW, at + WINDOW);
      if (at < 0 || at >= strip.length()) {
        break;
      }
      if (here > limit) {
        found = at;
      } else if (here <= limit && step < range) {
        break;
      }
    }
    return Double.isNaN(inside) ? end : found;
  }

  private static double median(Strip strip, double half, int one, int other) {
    int from = Math.max(0, Math.min(one, other));
    int to = Math.min(strip.length() - 1, Math.max(one, other));
    double[] heights = new double[Math.max(0, to - from + 1)];
    int count = 0;
    for (int u = from; u <= to; u++) {
      double height = strip.height(half, u, u);
      if (!Double.isNaN(height)) {
        heights[count++] = height;
      }
    }
    Arrays.sort(heights, 0, count);
    return count == 0 ? Double.NaN : heights[count / 2];
  }
}
