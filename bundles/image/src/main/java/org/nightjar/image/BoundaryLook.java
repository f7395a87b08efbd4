package org.nightjar.image;

import java.util.Arrays;
import org.nightjar.image.internal.statistics.Robust;
import org.nightjar.image.internal.statistics.Selection;

/**
 * Looks at lines of pixels across a boundary, one after the other. Each gives one difference: the
 * median of the pixels just beyond less that of those just before, less what each side's own slope
 * makes of it; the slope being the difference between the nearer and the farther half of a side.
 */
final class BoundaryLook {

  /** Pixels looked at on each side, and half of that. */
  static final int REACH = 16;

  private static final int HALF = REACH / 2;
  private static final int MOST_LINES = 1 << 14;
  private static final double CLIP = 3;
  private static final int ROUNDS = 10;
  private static final double LEFT_BY_CLIPPING = 0.9866;

  private final int stride;
  private final double[] steps;
  private final float[] before;
  private final float[] after;
  private final float[] side = new float[REACH];
  private int lines;
  private int noises;
  private int seen;

  /** Of a boundary as long as {@code length}; of a very long one every n-th line is looked at. */
  BoundaryLook(int length) {
    this.stride = (length - 1) / MOST_LINES + 1;
    int most = (length - 1) / stride + 1;
    this.steps = new double[most];
    this.before = new float[most * (REACH - 1)];
    this.after = new float[most * (REACH - 1)];
  }

  /** Takes a line of 2 x 16 pixels, the boundary in its middle. */
  void add(float[] line) {
    if (seen++ % stride != 0) {
      return;
    }
    double step =
        median(line, REACH, REACH)
            - median(line, 0, REACH)
            - (median(line, HALF, HALF) - median(line, 0, HALF))
            - (median(line, REACH + HALF, HALF) - median(line, REACH, HALF));
    if (Double.isFinite(step)) {
      steps[lines++] = step;
    }
    for (int i = 1; i < REACH; i++) {
      before[noises] = line[i] - line[i - 1];
      after[noises++] = line[REACH + i] - line[REACH + i - 1];
    }
  }

  private double median(float[] line, int from, int count) {
    int good = 0;
    for (int i = from; i < from + count; i++) {
      if (Float.isFinite(line[i])) {
        side[good++] = line[i];
      }
    }
    return 2 * good < count ? Double.NaN : Selection.median(side, good);
  }

  AmplifierStep result(Section first, Section second, boolean acrossColumns, int boundary) {
    double step = Robust.median(steps, lines);
    double error =
        Robust.MEDIAN_ERROR * Robust.scatter(steps, lines, step) / Math.sqrt(Math.max(1, lines));
    return new AmplifierStep(
        first, second, acrossColumns, boundary, step, error, noise(before), noise(after));
  }

  /** Differences of two pixels scatter by the root of 2 more than pixels do. */
  private double noise(float[] differences) {
    float[] all = Arrays.copyOf(differences, noises);
    return RobustStatistics.clipped(all, CLIP, ROUNDS).standardDeviation()
        / (LEFT_BY_CLIPPING * Math.sqrt(2));
  }
}
