package org.nightjar.image;

import java.util.Arrays;
import org.nightjar.image.internal.statistics.GoodPixel;

/** Counts defects from a window of three rows, held above the background. */
final class DefectCount {

  /** A lone pixel's neighbours stay below this part of it... */
  private static final double NEIGHBOUR_PART = 0.1;

  /** ...give or take this much noise. */
  private static final double NEIGHBOUR_SIGMAS = 3;

  private static final double ROUNDING = 0x1p-21;

  private final PixelRows image;
  private final BackgroundMesh background;
  private final BackgroundMap map;
  private final DefectSettings settings;
  private final int width;
  private final int height;

  /**
   * Rows y - 1, y, y + 1, at index (row + 3) % 3; rows outside the image and bad pixels are NaN.
   */
  private final float[][] above;

  private final float[][] noise;
  private final boolean[][] full;
  private final float[] raw;
  private long bad;
  private long saturated;
  private long dead;
  private long hot;

  DefectCount(PixelRows image, BackgroundMesh background, DefectSettings settings) {
    this.image = image;
    this.background = background;
    this.map = background.map();
    this.settings = settings;
    this.width = image.width();
    this.height = image.height();
    this.above = new float[3][width];
    this.noise = new float[3][width];
    this.full = new boolean[3][width];
    this.raw = new float[width];
  }

  PixelDefects count() {
    ImageSize.check(width, height, Integer.MAX_VALUE);
    Arrays.fill(above[2], Float.NaN);
    for (int y = 0; y <= height; y++) {
      if (y < height) {
        takeRow(y);
      } else {
        Arrays.fill(above[y % 3], Float.NaN);
      }
      if (y > 0) {
        countHot(y - 1);
      }
    }
    return new PixelDefects((long) width * height, bad, saturated, dead, hot);
  }

  /** Reads a row and counts what a pixel shows by itself. */
  private void takeRow(int y) {
    float[] row = above[y % 3];
    float[] sigma = noise[y % 3];
    image.readRow(y, raw);
    map.backgroundRow(y, width, row);
    map.rmsRow(y, width, sigma);
    float least = (float) (ROUNDING * Math.abs(background.globalBackground()));
    for (int x = 0; x < width; x++) {
      float value = raw[x];
      row[x] = value - row[x];
      sigma[x] = Math.max(sigma[x], least);
      full[y % 3][x] = value >= settings.saturationLevel();
      if (!GoodPixel.is(value)) {
        bad++;
        row[x] = Float.NaN;
      } else if (full[y % 3][x]) {
        saturated++;
      } else if ((value == 0 && settings.zeroIsDead())
          || row[x] < -settings.deadSigmas() * sigma[x]) {
        dead++;
      }
    }
  }

  private void countHot(int y) {
    float[] row = above[y % 3];
    float[] sigma = noise[y % 3];
    for (int x = 0; x < width; x++) {
      float value = row[x];
      if (value > settings.hotSigmas() * sigma[x]
          && !full[y % 3][x]
          && brightestBeside(x, y) <= NEIGHBOUR_PART * value + NEIGHBOUR_SIGMAS * sigma[x]) {
        hot++;
      }
    }
  }

  private double brightestBeside(int x, int y) {
    double brightest = Double.NEGATIVE_INFINITY;
    for (int dy = 2; dy <= 4; dy++) {
      float[] row = above[(y + dy) % 3];
      for (int at = Math.max(0, x - 1); at <= Math.min(width - 1, x + 1); at++) {
        boolean beside = dy != 3 || at != x;
        if (beside && row[at] > brightest) {
          brightest = row[at];
        }
      }
    }
    return brightest;
  }
}
