package org.nightjar.image.internal.detection;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds 8-connected regions of pixels above a threshold from rows that come one by one, handing out
 * each region as soon as a row passes without touching it. Holds two rows of runs and the regions
 * still growing.
 */
public final class ConnectedRegions {

  private final int width;
  private final float threshold;
  private final double saturationLevel;
  private final Consumer<Footprint> finished;
  private Runs previous = new Runs();
  private Runs current = new Runs();
  private int row;

  /** Pixels strictly above the threshold count; NaN never does. */
  public ConnectedRegions(
      int width, float threshold, double saturationLevel, Consumer<Footprint> finished) {
    this.saturationLevel = saturationLevel;
    this.width = width;
    this.threshold = threshold;
    this.finished = finished;
  }

  /**
   * Adds the next row: filtered values decide, plain values come along, and what the image itself
   * holds says which are saturated.
   */
  public void add(float[] filtered, float[] plain, float[] raw) {
    current.clear();
    int touching = 0;
    for (int start = nextAbove(filtered, 0); start < width; ) {
      int x = nextBelow(filtered, start);
      while (touching < previous.count && previous.end[touching] < start) {
        touching++;
      }
      Footprint region = null;
      for (int run = touching; run < previous.count && previous.start[run] <= x; run++) {
        Footprint other = previous.region[run].root();
        region = region == null || region == other ? other : Footprint.join(region, other);
      }
      region = region == null ? new Footprint() : region;
      region.touch(row);
      for (int at = start; at < x; at++) {
        region.add(row * width + at, filtered[at], plain[at], raw[at] >= saturationLevel);
      }
      current.add(start, x, region);
      start = nextAbove(filtered, x);
    }
    handOut();
    Runs swap = previous;
    previous = current;
    current = swap;
    row++;
  }

  private int nextAbove(float[] row, int from) {
    int x = from;
    while (x < width && !(row[x] > threshold)) {
      x++;
    }
    return x;
  }

  private int nextBelow(float[] row, int from) {
    int x = from;
    while (x < width && row[x] > threshold) {
      x++;
    }
    return x;
  }

  /** Hands out what the last row touches. */
  public void end() {
    current.clear();
    handOut();
    previous.clear();
  }

  /** Every region of the previous row that this row did not touch is complete. */
  private void handOut() {
    for (int run = 0; run < previous.count; run++) {
      Footprint region = previous.region[run].root();
      if (region.lastRow() == row - 1) {
        region.touch(-1);
        finished.accept(region);
      }
    }
  }

  /** The runs of one row: pixels [start, end). */
  private static final class Runs {
    private int[] start = new int[64];
    private int[] end = new int[64];
    private Footprint[] region = new Footprint[64];
    private int count;

    void clear() {
      Arrays.fill(region, 0, count, null);
      count = 0;
    }

    void add(int from, int to, Footprint owner) {
      if (count == start.length) {
        start = Arrays.copyOf(start, 2 * count);
        end = Arrays.copyOf(end, 2 * count);
        region = Arrays.copyOf(region, 2 * count);
      }
      start[count] = from;
      end[count] = to;
      region[count++] = owner;
    }
  }
}
