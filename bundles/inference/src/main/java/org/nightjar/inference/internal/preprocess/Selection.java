package org.nightjar.inference.internal.preprocess;

/**
 * Finds the middle of some numbers without sorting them: divides their range into equal steps,
 * counts how many lie in each, keeps those of the step in which the middle lies, and goes on with
 * that step as the range. Numbers are taken as whole numbers of the same order (their bits), so
 * that the range shrinks by 2^11 each time: three rounds at most, however the numbers lie.
 */
final class Selection {
  private static final int STEP_BITS = 11;

  private final float[] values;
  private final int from;
  private final int to;

  private Selection(float[] values, int from, int to) {
    this.values = values;
    this.from = from;
    this.to = to;
  }

  /**
   * Middle value of a range of finite numbers; the mean of the two in the middle of an even count.
   */
  static double median(float[] values, int from, int to) {
    return new Selection(values, from, to).median();
  }

  private double median() {
    int[] keys = new int[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(values[from + i]);
    }
    int rank = keys.length / 2;
    int count = keys.length;
    int least = least(keys);
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(greatest(keys) - least);
    while (bits > 0) {
      int shift = Math.max(0, bits - STEP_BITS);
      int[] counts = new int[1 << (bits - shift)];
      for (int i = 0; i < count; i++) {
        counts[(keys[i] - least) >>> shift]++;
      }
      int step = 0;
      while (rank >= counts[step]) {
        rank -= counts[step++];
      }
      count = keep(keys, count, least, shift, step);
      least += step << shift;
      bits = shift;
    }
    double upper = number(least);
    if (keys.length % 2 == 1) {
      return upper;
    }
    return ((rank > 0 ? upper : below(least)) + upper) / 2;
  }

  // Without a branch on the step, which would be guessed wrong too often.
  private static int keep(int[] keys, int count, int least, int shift, int step) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int key = keys[i];
      keys[kept] = key;
      kept += (key - least) >>> shift == step ? 1 : 0;
    }
    return kept;
  }

  private static int least(int[] keys) {
    int least = Integer.MAX_VALUE;
    for (int key : keys) {
      least = Math.min(least, key);
    }
    return least;
  }

  private static int greatest(int[] keys) {
    int greatest = Integer.MIN_VALUE;
    for (int key : keys) {
      greatest = Math.max(greatest, key);
    }
    return greatest;
  }

  // The greatest number below this one.
  private double below(int key) {
    int below = Integer.MIN_VALUE;
    for (int i = from; i < to; i++) {
      int other = key(values[i]);
      below = Math.max(below, other < key ? other : Integer.MIN_VALUE);
    }
    return number(below);
  }

  // The bits of a float are in the order of its size; those of a negative one run backwards.
  private static int key(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private static float number(int key) {
    return Float.intBitsToFloat(key ^ ((key >> 31) & Integer.MAX_VALUE));
  }
}
