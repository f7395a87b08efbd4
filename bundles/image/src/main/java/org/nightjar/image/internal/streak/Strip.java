package org.nightjar.image.internal.streak;

import java.util.Arrays;

/**
 * The pixels close to a line, laid out along and across it in steps of a pixel: in units of the
 * noise, each pixel counting at most so much, and as they are.
 */
public final class Strip {

  private static final float MOST_SIGMAS = 8;
  private static final int PIECE = 8;
  private static final int MOST_PIECES = 64;

  private final Line line;
  private final int reach;
  private final int start;
  private final int length;
  private final int coreFrom;
  private final int coreTo;
  private final float[] clipped;
  private final float[] flux;
  private final short[] counts;

  /**
   * Along the line from {@code from} to {@code to}, {@code reach} pixels to either side. Light has
   * been seen in the core.
   */
  Strip(Line line, double from, double to, double coreFrom, double coreTo, int reach) {
    this.line = line;
    this.reach = reach;
    this.start = (int) Math.floor(from);
    this.length = (int) Math.ceil(to) - start + 1;
    this.coreFrom = Math.max(0, Math.min(length - 1, (int) Math.floor(coreFrom) - start));
    this.coreTo = Math.max(this.coreFrom, Math.min(length - 1, (int) Math.ceil(coreTo) - start));
    int size = Math.multiplyExact(length, 2 * reach + 1);
    this.clipped = new float[size];
    this.flux = new float[size];
    this.counts = new short[size];
  }

  /** The first row of pixels it may hold. */
  public int top() {
    return (int) Math.floor(Math.min(line.y(start, 0), line.y(start + length, 0))) - reach;
  }

  /** The last row. */
  public int bottom() {
    return (int) Math.ceil(Math.max(line.y(start, 0), line.y(start + length, 0))) + reach;
  }

  /** Takes what it needs of a row. */
  public void take(int y, int width, float[] above, float[] noise) {
    // Columns whose distance across is within reach, and all where the row runs along the line.
    double slope = line.cosine();
    int from = 0;
    int to = width - 1;
    if (Math.abs(slope) > 1e-9) {
      double one = (-reach - line.across(0, y)) / slope;
      double other = (reach - line.across(0, y)) / slope;
      from = (int) Math.max(from, Math.floor(Math.min(one, other)));
      to = (int) Math.min(to, Math.ceil(Math.max(one, other)));
    }
    for (int x = from; x <= to; x++) {
      int u = (int) Math.round(line.along(x, y)) - start;
      int v = (int) Math.round(line.across(x, y)) + reach;
      if (u >= 0 && u < length && v >= 0 && v <= 2 * reach && noise[x] > 0) {
        float sigmas = above[x] / noise[x];
        if (!Float.isNaN(sigmas)) {
          int at = u * (2 * reach + 1) + v;
          clipped[at] += Math.max(-MOST_SIGMAS, Math.min(MOST_SIGMAS, sigmas));
          flux[at] += above[x];
          counts[at]++;
        }
      }
    }
  }

  Line line() {
    return line;
  }

  int length() {
    return length;
  }

  int start() {
    return start;
  }

  int reach() {
    return reach;
  }

  /** Where light has been seen, in steps from the start, both ends included. */
  Stretch core() {
    return new Stretch(coreFrom, coreTo, 0);
  }

  /** Mean value across the line, in sigma per pixel, over a stretch of it; index 0 is -reach. */
  double[] acrossProfile(int from, int to) {
    double[] profile = new double[2 * reach + 1];
    for (int v = 0; v < profile.length; v++) {
      double sum = 0;
      int count = 0;
      for (int u = from; u <= to; u++) {
        sum += clipped[u * profile.length + v];
        count += counts[u * profile.length + v];
      }
      profile[v] = count == 0 ? 0 : sum / count;
    }
    return profile;
  }

  /**
   * The height across the line, in the image's unit: the median of pieces of a stretch, so that
   * stars do not count; index 0 is -reach.
   */
  double[] acrossHeights(int from, int to) {
    int size = Math.max(PIECE, (to - from) / MOST_PIECES + 1);
    double[] profile = new double[2 * reach + 1];
    double[] pieces = new double[(to - from) / size + 1];
    for (int v = 0; v < profile.length; v++) {
      int known = 0;
      for (int first = from; first <= to; first += size) {
        double sum = 0;
        int count = 0;
        for (int u = first; u < Math.min(first + size, to + 1); u++) {
          sum += flux[u * profile.length + v];
          count += counts[u * profile.length + v];
        }
        if (count > 0) {
          pieces[known++] = sum / count;
        }
      }
      Arrays.sort(pieces, 0, known);
      profile[v] = known == 0 ? 0 : (pieces[known / 2] + pieces[(known - 1) / 2]) / 2;
    }
    return profile;
  }

  /**
   * At every step along the line, significance of what lies within {@code half} of its middle over
   * what lies beside it: a background measured in small pieces may hold part of a streak.
   */
  double[] alongProfile(double half) {
    double[] beside = beside(1.5 * half + 1);
    double[] profile = new double[length];
    for (int u = 0; u < length; u++) {
      double sum = 0;
      int count = 0;
      for (int v = (int) Math.ceil(reach - half); v <= reach + half; v++) {
        if (v >= 0 && v <= 2 * reach) {
          sum += clipped[u * (2 * reach + 1) + v];
          count += counts[u * (2 * reach + 1) + v];
        }
      }
      profile[u] = count == 0 ? Double.NaN : (sum - count * beside[u]) / Math.sqrt(count);
    }
    return profile;
  }

  /** The median of what is farther off the line than {@code least}, averaged along it. */
  private double[] beside(double least) {
    double[] medians = new double[length];
    double[] values = new double[2 * reach + 1];
    for (int u = 0; u < length; u++) {
      int known = 0;
      for (int v = 0; v <= 2 * reach; v++) {
        int at = u * (2 * reach + 1) + v;
        if (counts[at] > 0 && Math.abs(v - reach) > least) {
          values[known++] = clipped[at] / counts[at];
        }
      }
      Arrays.sort(values, 0, known);
      medians[u] = known == 0 ? 0 : (values[known / 2] + values[(known - 1) / 2]) / 2;
    }
    double[] smooth = new double[length];
    for (int u = 0; u < length; u++) {
      int from = Math.max(0, u - 2 * PIECE);
      int to = Math.min(length - 1, u + 2 * PIECE);
      for (int at = from; at <= to; at++) {
        smooth[u] += medians[at] / (to - from + 1);
      }
    }
    return smooth;
  }

  /**
   * Mean heights of the middle, within {@code half}, of pieces 8 pixels long of a stretch, in the
   * image's unit, sorted.
   */
  double[] heights(double half, int from, int to) {
    double[] heights = new double[(to - from) / PIECE + 1];
    for (int piece = 0; piece < heights.length; piece++) {
      int first = from + piece * PIECE;
      heights[piece] = height(half, first, Math.min(to, first + PIECE - 1));
    }
    return Arrays.stream(heights).filter(height -> !Double.isNaN(height)).sorted().toArray();
  }

  /** The mean height of the middle of a stretch, in the image's unit; NaN where all is bad. */
  double height(double half, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int u = from; u <= to; u++) {
      for (int v = (int) Math.ceil(reach - half); v <= reach + half; v++) {
        sum += flux[u * (2 * reach + 1) + v];
        count += counts[u * (2 * reach + 1) + v];
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
