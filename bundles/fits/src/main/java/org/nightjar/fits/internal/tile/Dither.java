package org.nightjar.fits.internal.tile;

import java.util.Arrays;

/**
 * The random numbers that were added before quantisation and are taken away after it (FITS standard
 * 4.0, section 10.2.1 and appendix I; Pence, Seaman and White 2009).
 */
public final class Dither {
  /** A quantised value that stands for exactly zero, in the second method. */
  static final int EXACT_ZERO = Integer.MIN_VALUE + 2;

  /** How many numbers there are; also the largest ZDITHER0. */
  public static final int COUNT = 10_000;

  private static final double MULTIPLIER = 16807;
  private static final double MODULUS = 2147483647;
  private static final float[] NUMBERS = numbers();
  private static final double[] OFFSETS = halves();

  private Dither() {}

  private static float[] numbers() {
    float[] numbers = new float[COUNT];
    double seed = 1;
    for (int i = 0; i < COUNT; i++) {
      double product = MULTIPLIER * seed;
      seed = product - MODULUS * Math.floor(product / MODULUS);
      numbers[i] = (float) (seed / MODULUS);
    }
    return numbers;
  }

  private static double[] halves() {
    double[] offsets = new double[COUNT];
    Arrays.setAll(offsets, i -> 0.5 - NUMBERS[i]);
    return offsets;
  }

  /** What has to be added to a stored value: 0.5 less the random number. Callers only read it. */
  public static double[] offsets() {
    return OFFSETS;
  }

  /** A walk through the numbers: from a place that a first number gives to the end, and on. */
  public static final class Walk {
    private int first;
    private int next;

    /**
     * Begins at a pixel of a tile.
     *
     * @param tile absolute index of the tile
     * @param seed ZDITHER0, 1 to 10000
     */
    public Walk(long tile, int seed, int pixel) {
      this.first = (int) ((tile + seed - 1) % COUNT);
      this.next = start();
      int left = pixel;
      while (left >= run()) {
        left -= run();
        skip(run());
      }
      next += left;
    }

    private int start() {
      return (int) (NUMBERS[first] * 500);
    }

    /** Place of the next number in the table. */
    public int next() {
      return next;
    }

    /** How many numbers follow each other from there. */
    public int run() {
      return COUNT - next;
    }

    /** Goes on, by not more than {@link #run}. */
    public void skip(int count) {
      next += count;
      if (next == COUNT) {
        first = (first + 1) % COUNT;
        next = start();
      }
    }
  }
}
