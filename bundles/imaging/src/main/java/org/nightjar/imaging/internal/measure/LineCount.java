package org.nightjar.imaging.internal.measure;

import java.util.Arrays;

/**
 * What the pixels of each row, or of each column, have in common. Almost every line shows two
 * different values soon, and is then compared no more.
 */
final class LineCount {

  /** With fewer good pixels, what they have in common is chance. */
  private static final int FEWEST_PIXELS = 16;

  private final int pixels;
  private final int[] bad;
  private final int[] high;
  private final float[] first;
  private final boolean[] varied;

  /** The lines that have not varied, in no order. */
  private final int[] same;

  private int sameCount;

  LineCount(int lines, int pixels) {
    this.pixels = pixels;
    this.bad = new int[lines];
    this.high = new int[lines];
    this.first = new float[lines];
    this.varied = new boolean[lines];
    this.same = new int[lines];
    this.sameCount = lines;
    Arrays.fill(first, Float.NaN);
    Arrays.setAll(same, i -> i);
  }

  int lines() {
    return bad.length;
  }

  /** Counts a pixel that is bad, or else high. */
  void count(int line, boolean isBad) {
    bad[line] += isBad ? 1 : 0;
    high[line] += isBad ? 0 : 1;
  }

  /** Compares one pixel of every line with those before. */
  void compareAll(float[] values) {
    for (int i = sameCount - 1; i >= 0; i--) {
      int line = same[i];
      compare(line, values[line]);
      if (varied[line]) {
        same[i] = same[--sameCount];
      }
    }
  }

  /** Compares all pixels of one line. */
  void compareOne(int line, float[] values) {
    for (int i = 0; i < values.length && !varied[line]; i++) {
      compare(line, values[i]);
    }
  }

  private void compare(int line, float value) {
    if (Float.isFinite(value)) {
      varied[line] = !Float.isNaN(first[line]) && value != first[line];
      first[line] = value;
    }
  }

  /** The value that all good pixels of a line share that has not varied. */
  float first(int line) {
    return first[line];
  }

  boolean isDead(int line) {
    return good(line) >= FEWEST_PIXELS && !varied[line];
  }

  boolean isHot(int line) {
    return good(line) >= FEWEST_PIXELS && 2 * high[line] > good(line) && !isDead(line);
  }

  private int good(int line) {
    return pixels - bad[line];
  }
}
