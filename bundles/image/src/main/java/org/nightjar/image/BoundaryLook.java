package org.nightjar.image;

import java.util.Arrays;
import org.nightjar.image.internal.statistics.GoodPixel;
import org.nightjar.image.internal.statistics.Robust;
import org.nightjar.image.internal.statistics.Selection;

/**
 * Looks at lines of pixels across a boundary, one after the other. Each gives one difference: what
 * the pixels beyond say of the boundary less what those before say, each side continued to it by
 * the parabola through the medians of its near, middle and far pixels.
 */
final class BoundaryLook {

  /** Pixels looked at on each side. */
  static final int REACH = 16;

  /** The near, the middle and the far ones end before these; their centres are 2.5, 8, 13.5 off. */
  private static final int[] ENDS = {5, 11, REACH};

  /** What a parabola through three such points says of the boundary, which is at 0. */
  private static final double[] WEIGHTS = {108 / 60.5, -33.75 / 30.25, 20 / 60.5};

  private static final int FEWEST_LINES = 32;

  /** Of the level: what floats round off, weights and all. */
  private static final double ROUNDING = 0x1p-22;

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
  private double level;

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
    double first = before(line);
    double step = beyond(line) - first;
    if (Double.isFinite(step)) {
      steps[lines++] = step;
      level = Math.max(level, Math.abs(first));
    }
    for (int i = 1; i < REACH; i++) {
      before[noises] = line[i] - line[i - 1];
      after[noises++] = line[REACH + i] - line[REACH + i - 1];
    }
  }

  private double beyond(float[] line) {
    double sum = 0;
    for (int i = 0; i < ENDS.length; i++) {
      int from = i == 0 ? 0 : ENDS[i - 1];
      sum += WEIGHTS[i] * median(line, REACH + from, ENDS[i] - from);
    }
    return sum;
  }

  private double before(float[] line) {
    double sum = 0;
    for (int i = 0; i < ENDS.length; i++) {
      int from = i == 0 ? 0 : ENDS[i - 1];
      sum += WEIGHTS[i] * median(line, REACH - ENDS[i], ENDS[i] - from);
    }
    return sum;
  }

  private double median(float[] line, int from, int count) {
    int good = 0;
    for (int i = from; i < from + count; i++) {
      if (GoodPixel.is(line[i])) {
        side[good++] = line[i];
      }
    }
    return 2 * good < count ? Double.NaN : Selection.median(side, good);
  }

  AmplifierStep result(Section first, Section second, boolean acrossColumns, int boundary) {
    double step = Robust.median(steps, lines);
    double scatter = Robust.MEDIAN_ERROR * Robust.scatter(steps, lines, step);
    double error =
        lines < FEWEST_LINES ? Double.NaN : Math.max(scatter / Math.sqrt(lines), ROUNDING * level);
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
