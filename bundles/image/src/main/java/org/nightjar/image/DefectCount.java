package org.nightjar.image;

import java.util.BitSet;
import org.nightjar.image.internal.rows.RowVisitor;
import org.nightjar.image.internal.rows.SkyWindow;
import org.nightjar.image.internal.statistics.GoodPixel;

/** Counts defects from a window of three rows. */
final class DefectCount implements RowVisitor {

  /** A lone pixel's neighbours stay below this part of it... */
  private static final double NEIGHBOUR_PART = 0.1;

  /** ...give or take this much noise. */
  private static final double NEIGHBOUR_SIGMAS = 3;

  private static final double ROUNDING = 0x1p-21;

  private final DefectSettings settings;

  /** Noise is at least this: the rounding of floats. */
  private final float leastNoise;

  private final float suspicion;
  private final float full;
  private final float zero;
  private long pixels;
  private long bad;
  private long saturated;
  private long dead;
  private long hot;

  /** Rows that have any. */
  private final BitSet rows = new BitSet();

  DefectCount(BackgroundMesh background, DefectSettings settings) {
    this.settings = settings;
    this.leastNoise = (float) (ROUNDING * Math.abs(background.globalBackground()));
    this.suspicion = (float) Math.min(settings.deadSigmas(), settings.hotSigmas());
    this.full = Double.isNaN(settings.saturationLevel()) ? Float.POSITIVE_INFINITY : floor();
    this.zero = settings.zeroIsDead() ? 0 : Float.NaN;
  }

  /** The smallest float that is at or above the saturation level, or one below: to be looked at. */
  private float floor() {
    return Math.nextDown((float) settings.saturationLevel());
  }

  @Override
  public int reach() {
    return 1;
  }

  /** Almost all pixels pass the first test, which must be cheap and let no defect through. */
  @Override
  public void visit(SkyWindow rows, int y) {
    float[] raw = rows.raw(y);
    float[] above = rows.above(y);
    float[] noise = rows.noise(y);
    int width = rows.width();
    pixels += width;
    for (int x = 0; x < width; x++) {
      float value = raw[x];
      float limit = suspicion * noise[x];
      if (!(Math.abs(above[x]) <= limit && value < full && value != zero)) {
        look(rows, x, y);
      }
    }
  }

  private void look(SkyWindow window, int x, int y) {
    float value = window.raw(y)[x];
    double above = window.above(y)[x];
    double noise = Math.max(window.noise(y)[x], leastNoise);
    if (!GoodPixel.is(value)) {
      bad++;
      rows.set(y);
    } else if (value >= settings.saturationLevel()) {
      saturated++;
      rows.set(y);
    } else if ((value == 0 && settings.zeroIsDead()) || above < -settings.deadSigmas() * noise) {
      dead++;
      rows.set(y);
    }
    if (above > settings.hotSigmas() * noise
        && !(value >= settings.saturationLevel())
        && brightestBeside(window, x, y) <= NEIGHBOUR_PART * above + NEIGHBOUR_SIGMAS * noise) {
      hot++;
      rows.set(y);
    }
  }

  private static double brightestBeside(SkyWindow rows, int x, int y) {
    double brightest = Double.NEGATIVE_INFINITY;
    for (int dy = -1; dy <= 1; dy++) {
      if (y + dy < 0 || y + dy >= rows.height()) {
        continue;
      }
      float[] row = rows.above(y + dy);
      for (int at = Math.max(0, x - 1); at <= Math.min(rows.width() - 1, x + 1); at++) {
        boolean beside = dy != 0 || at != x;
        if (beside && row[at] > brightest) {
          brightest = row[at];
        }
      }
    }
    return brightest;
  }

  BitSet rows() {
    return rows;
  }

  PixelDefects result() {
    return new PixelDefects(pixels, bad, saturated, dead, hot);
  }
}
