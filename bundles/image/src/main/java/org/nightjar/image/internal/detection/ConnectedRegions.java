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
  private final Consumer<Footprint> finished;
  private Runs previous = new Runs();
  private Runs current = new Runs();
  private int row;

  /** Pixels strictly above the threshold count; NaN never does. */
  public ConnectedRegions(int width, float threshold, Consumer<Footprint> finished) {
    this.width = width;
    this.threshold = threshold;
    this.finished = finished;
  }

  /**
   * Adds the next row: filtered values decide; plain values and where they count as saturated come
   * along.
   */
  public void add(float[] filtered, float[] plain, float[] saturationLevel) {
    current.clear();
    int touching = 0;
    for (int x = 0; x < width; x++) {
      if (!(filtered[x] > threshold)) {
        continue;
      }
      int start = x;
      while (x < width && filtered[x] > threshold) {
        x++;
      }
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
        region.add(row * width + at, filtered[at], plain[at], plain[at] >= saturationLevel[at]);
      }
      current.add(start, x, region);
    }
    handOut();
    Runs swap = previous;
    previous = current;
    current = swap;
    row++;
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
