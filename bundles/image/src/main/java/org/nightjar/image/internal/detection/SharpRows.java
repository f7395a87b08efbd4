package org.nightjar.image.internal.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nightjar.image.internal.rows.RowVisitor;
import org.nightjar.image.internal.rows.SkyWindow;

/**
 * Finds pixels sharper than a star: their Laplacian, taken as if each pixel were four and only
 * where it is positive (van Dokkum 2001), exceeds the noise and what lies in the eight pixels
 * around without the two brightest of them: much for a star wherever its centre is, nothing for a
 * lone pixel and for a track one pixel wide, which has two lit neighbours.
 */
public final class SharpRows implements RowVisitor {

  private static final float LIT = 1;
  private static final float HALF = 0.5f;

  /** The neighbours of a pixel, the four that share a side with it in turn around it first. */
  private static final int[] DX = {-1, 0, 1, 0, -1, 1, 1, -1};

  private static final int[] DY = {0, -1, 0, 1, -1, -1, 1, 1};
  private static final int NEIGHBOURS = 8;
  private static final int DIRECT = 4;

  /** What lies beside a pixel is known to some of the noise of six pixels. */
  private static final double FLOOR = 3;

  private final double sigmas;
  private final double contrast;
  private final double saturationLevel;
  private final int mostGroups;
  private final int width;
  private final ConnectedRegions regions;
  private final List<Group> groups = new ArrayList<>();
  private final float[] lit;
  private final double[] around = new double[NEIGHBOURS];
  private long pixels;
  private long goodPixels;
  private int groupCount;

  /** Pixels that touch: their box, both ends included, their number and sum. */
  public record Group(int left, int top, int right, int bottom, int pixels, double flux) {}

  /** The saturation level is NaN where there is none. */
  public SharpRows(
      int width, double saturationLevel, double sigmas, double contrast, int mostGroups) {
    this.width = width;
    this.saturationLevel = saturationLevel;
    this.sigmas = sigmas;
    this.contrast = contrast;
    this.mostGroups = mostGroups;
    this.regions = new ConnectedRegions(width, HALF, Double.NaN, this::take);
    this.lit = new float[width];
  }

  @Override
  public int reach() {
    return 1;
  }

  @Override
  public void visit(SkyWindow rows, int y) {
    float[] above = rows.above(y);
    float[] noise = rows.noise(y);
    Arrays.fill(lit, 0);
    float limit = (float) sigmas;
    int bad = 0;
    for (int x = 0; x < width; x++) {
      if (!(above[x] <= limit * noise[x])) {
        if (Float.isNaN(above[x])) {
          bad++;
        } else if (isSharp(rows, x, y)) {
          lit[x] = LIT;
          pixels++;
        }
      }
    }
    goodPixels += width - bad;
    regions.add(lit, above, rows.raw(y));
  }

  private boolean isSharp(SkyWindow rows, int x, int y) {
    double noise = rows.noise(y)[x];
    double value = rows.above(y)[x];
    if (!(noise > 0)) {
      return false;
    }
    double besides = 0;
    double first = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < NEIGHBOURS; i++) {
      int at = x + DX[i];
      if (at < 0 || at >= width || y + DY[i] < 0 || y + DY[i] >= rows.height()) {
        return false;
      }
      double beside = rows.above(y + DY[i])[at];
      if (Double.isNaN(beside) || rows.raw(y + DY[i])[at] >= saturationLevel) {
        return false;
      }
      besides += beside;
      around[i] = beside;
      second = Math.max(second, Math.min(first, beside));
      first = Math.max(first, beside);
    }
    if (rows.raw(y)[x] >= saturationLevel) {
      return false;
    }
    double laplacian = 0;
    for (int i = 0; i < DIRECT; i++) {
      laplacian += Math.max(0, 2 * value - around[i] - around[(i + 1) % DIRECT]) / DIRECT;
    }
    double spread = Math.max(0, besides - first - second) + FLOOR * noise;
    return laplacian > 2 * sigmas * noise && laplacian > contrast * spread;
  }

  private void take(Footprint region) {
    groupCount++;
    if (groups.size() == mostGroups) {
      return;
    }
    int left = Integer.MAX_VALUE;
    int right = 0;
    int top = Integer.MAX_VALUE;
    int bottom = 0;
    double flux = 0;
    for (int i = 0; i < region.size(); i++) {
      int x = region.index(i) % width;
      int y = region.index(i) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      flux += region.plain(i);
    }
    groups.add(new Group(left, top, right, bottom, region.size(), flux));
  }

  /** Ends the image and gives the groups. */
  public List<Group> end() {
    regions.end();
    return List.copyOf(groups);
  }

  public long pixels() {
    return pixels;
  }

  public long goodPixels() {
    return goodPixels;
  }

  public int groupCount() {
    return groupCount;
  }
}
