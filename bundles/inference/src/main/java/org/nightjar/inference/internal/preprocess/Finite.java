package org.nightjar.inference.internal.preprocess;

/** Looks for numbers that are NaN or infinite. */
public final class Finite {
  private Finite() {}

  /**
   * Whether all numbers of a range are finite. Every sample passes through here, so it does not
   * branch on each number: 0 times a finite number is 0, times any other is NaN, which stays in a
   * sum. Eight sums let the processor work on eight numbers at a time.
   */
  public static boolean all(float[] values, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int i = from;
    for (; i <= to - 8; i += 8) {
      a += values[i] * 0f;
      b += values[i + 1] * 0f;
      c += values[i + 2] * 0f;
      d += values[i + 3] * 0f;
      e += values[i + 4] * 0f;
      f += values[i + 5] * 0f;
      g += values[i + 6] * 0f;
      h += values[i + 7] * 0f;
    }
    for (; i < to; i++) {
      a += values[i] * 0f;
    }
    return a + b + c + d + e + f + g + h == 0;
  }

  /** Index of the first number of a range that is not finite; -1 if all are. */
  public static int firstNot(float[] values, int from, int to) {
    if (all(values, from, to)) {
      return -1;
    }
    int i = from;
    while (Float.isFinite(values[i])) {
      i++;
    }
    return i;
  }
}
