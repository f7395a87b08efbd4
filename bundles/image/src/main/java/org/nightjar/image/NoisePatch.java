package org.nightjar.image;

import java.util.Arrays;

/**
 * The noise in the middle of a frame without what is smooth in it: second differences along x of
 * second differences along y. Stars and galaxies too faint to be left out would look like a copied
 * readout without this; of a star with a FWHM of 3 pixels a thousandth (in variance) stays, of
 * noise all.
 */
final class NoisePatch {

  private static final int SIDE = FingerprintRows.PATCH;
  private static final int NONE = Integer.MIN_VALUE;

  private final int[] sharp = new int[SIDE * SIDE];

  NoisePatch(byte[] patch) {
    Arrays.fill(sharp, NONE);
    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        sharp[y * SIDE + x] = difference(patch, y * SIDE + x);
      }
    }
  }

  private static int difference(byte[] patch, int at) {
    int sum = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        byte value = patch[at + dy * SIDE + dx];
        if (value == FingerprintRows.BAD) {
          return NONE;
        }
        sum += value * (dx == 0 ? -2 : 1) * (dy == 0 ? -2 : 1);
      }
    }
    return sum;
  }

  /**
   * Correlation with another whose pixels have moved by (dx, dy) to become those of this; NaN where
   * fewer than 128 pixels are common, or one has no noise.
   */
  double correlation(NoisePatch before, int dx, int dy) {
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    int count = 0;
    for (int y = Math.max(0, dy); y < Math.min(SIDE, SIDE + dy); y++) {
      for (int x = Math.max(0, dx); x < Math.min(SIDE, SIDE + dx); x++) {
        int a = sharp[y * SIDE + x];
        int b = before.sharp[(y - dy) * SIDE + x - dx];
        if (a != NONE && b != NONE) {
          count++;
          sumA += a;
          sumB += b;
          squaresA += a * a;
          squaresB += b * b;
          products += a * b;
        }
      }
    }
    double varianceA = count * squaresA - sumA * sumA;
    double varianceB = count * squaresB - sumB * sumB;
    return count < SIDE || varianceA <= 0 || varianceB <= 0
        ? Double.NaN
        : (count * products - sumA * sumB) / Math.sqrt(varianceA * varianceB);
  }
}
