package org.nightjar.image.internal.statistics;

/** Which pixel values are taken for measurements. */
public final class GoodPixel {

  /** Sums of squares and filtered values stay finite below this, and no detector counts as far. */
  private static final float LARGEST = 1e30f;

  /** Times this a value beyond the largest is infinite, and no good one is. */
  public static final float TO_INFINITY = Float.MAX_VALUE / LARGEST;

  private GoodPixel() {}

  /** False for NaN, infinities and values beyond 1e30 of either sign. */
  public static boolean is(float value) {
    return Math.abs(value) <= LARGEST;
  }
}
