package org.nightjar.image.internal.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nightjar.image.internal.rows.RowVisitor;
import org.nightjar.image.internal.rows.SkyWindow;

/**
 * Finds pixels sharper than a star: their Laplacian, taken as if each pixel were four and only
 * where it is positive (van Dokkum 2001), exceeds the noise and the median of the 3 x 3 pixels
 * around, which is high in a star and low around a cosmic ray.
 */
public final class SharpRows implements RowVisitor {

  private static final float LIT = 1;
  private static final float HALF = 0.5f;

  private final double sigmas;
  private final double contrast;
  private final double saturationLevel;
  private final int mostGroups;
  private final int width;
  private final ConnectedRegions regions;
  private final List<Group> groups = new ArrayList<>();
  private final float[] lit;
  private final float[] around = new float[9];
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
    int count = 0;
    for (int dy = -1; dy <= 1; dy++) {
      float[] row = rows.above(y + dy);
      float[] raw = rows.raw(y + dy);
      for (int at = x - 1; at <= x + 1; at++) {
        boolean inside = at >= 0 && at < width;
        if (inside && raw[at] >= saturationLevel) {
          return false;
        }
        around[count++] = inside && !Float.isNaN(row[at]) ? row[at] : 0;
      }
    }
    double laplacian =
        (corner(value, around[1], around[3])
                + corner(value, around[1], around[5])
                + corner(value, around[7], around[3])
                + corner(value, around[7], around[5]))
            / 4;
    if (laplacian <= 2 * sigmas * noise) {
      return false;
    }
    Arrays.sort(around);
    double fine = Math.max(0, around[4]) + noise;
    return laplacian > contrast * fine;
  }

  private static double corner(double value, double beside, double below) {
    return Math.max(0, 2 * value - beside - below);
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
