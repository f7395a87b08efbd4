package org.nightjar.inference.internal.station;

/** Looks for NaN and infinities without looking at each number by itself. */
final class Finite {
  private Finite() {}

  /** Whether all are numbers. Anything but a number times 0 is NaN, and stays so in a sum. */
  static boolean all(float[] values) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    // Four sums that do not wait for each other.
    for (; i + 3 < values.length; i += 4) {
      a += values[i] * 0f;
      b += values[i + 1] * 0f;
      c += values[i + 2] * 0f;
      d += values[i + 3] * 0f;
    }
    for (; i < values.length; i++) {
      a += values[i] * 0f;
    }
    return a + b + c + d == 0;
  }

  /** The first that is not a number. */
  static float first(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return value;
      }
    }
    return 0;
  }
}
