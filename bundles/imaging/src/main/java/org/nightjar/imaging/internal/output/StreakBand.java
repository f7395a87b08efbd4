package org.nightjar.imaging.internal.output;

import org.nightjar.image.Streak;

/**
 * The pixels that a streak spoils: within its full width at half maximum of its middle line, and
 * within that of its ends.
 */
record StreakBand(double x0, double y0, double dx, double dy, double length, double reach) {

  private static final double LEAST_REACH = 1;

  static StreakBand of(Streak streak) {
    double length = Math.max(streak.length(), Double.MIN_NORMAL);
    return new StreakBand(
        streak.x0(),
        streak.y0(),
        (streak.x1() - streak.x0()) / length,
        (streak.y1() - streak.y0()) / length,
        length,
        Math.max(LEAST_REACH, streak.width()));
  }

  /** Sets a bit of the pixels of one row. */
  void mark(int y, int[] target, int bit) {
    double low = Math.min(x0, x0 + length * dx) - reach;
    double high = Math.max(x0, x0 + length * dx) + reach;
    if (Math.abs(dy) > Math.ulp(1)) {
      double middle = x0 + (y - y0) * dx / dy;
      low = Math.max(low, middle - reach / Math.abs(dy));
      high = Math.min(high, middle + reach / Math.abs(dy));
    }
    int last = (int) Math.min(target.length - 1, Math.floor(high));
    for (int x = (int) Math.max(0, Math.ceil(low)); x <= last; x++) {
      if (holds(x, y)) {
        target[x] |= bit;
      }
    }
  }

  private boolean holds(int x, int y) {
    double along = (x - x0) * dx + (y - y0) * dy;
    double across = (y - y0) * dx - (x - x0) * dy;
    return Math.abs(across) <= reach && along >= -reach && along <= length + reach;
  }
}
