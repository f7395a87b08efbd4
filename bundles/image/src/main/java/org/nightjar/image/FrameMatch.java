package org.nightjar.image;

import java.util.HashMap;
import java.util.Map;
import org.nightjar.image.internal.statistics.Robust;

/** Shifts between two frames: by their sources, and by their noise. */
final class FrameMatch {

  private static final int REACH = 24;
  private static final double CELL = 4;
  private static final double NEAR = 2;
  private static final int FEWEST = 5;

  /** A correlation of noise this high is no chance: its scatter at one shift is about 0.01. */
  private static final double SAME_NOISE = 0.5;

  private final FrameFingerprint now;
  private final FrameFingerprint before;

  FrameMatch(FrameFingerprint now, FrameFingerprint before) {
    this.now = now;
    this.before = before;
  }

  FrameComparison compared() {
    double[] shift = shiftOfSources();
    int possible = Math.min(now.sources(), before.sources());
    NoisePatch noise = now.noise();
    NoisePatch noiseBefore = before.noise();
    double best = Double.NaN;
    int bestX = 0;
    int bestY = 0;
    for (int dy = -REACH; dy <= REACH; dy++) {
      for (int dx = -REACH; dx <= REACH; dx++) {
        double correlation = noise.correlation(noiseBefore, dx, dy);
        if (correlation > best || (Double.isNaN(best) && !Double.isNaN(correlation))) {
          best = correlation;
          bestX = dx;
          bestY = dy;
        }
      }
    }
    if (shift != null && Math.max(Math.abs(shift[0]), Math.abs(shift[1])) > REACH) {
      int dx = (int) Math.round(shift[0]);
      int dy = (int) Math.round(shift[1]);
      double correlation = noise.correlation(noiseBefore, dx, dy);
      if (correlation > best) {
        best = correlation;
        bestX = dx;
        bestY = dy;
      }
    }
    int matched = shift == null ? 0 : (int) shift[2];
    if (best > SAME_NOISE) {
      FrameComparison.Kind kind =
          bestX == 0 && bestY == 0
              ? FrameComparison.Kind.SAME_READOUT
              : FrameComparison.Kind.SHIFTED_READOUT;
      return new FrameComparison(kind, bestX, bestY, best, matched, possible);
    }
    if (shift != null) {
      FrameComparison.Kind kind =
          Math.hypot(shift[0], shift[1]) < 1
              ? FrameComparison.Kind.SAME_POINTING
              : FrameComparison.Kind.SHIFTED_POINTING;
      return new FrameComparison(kind, shift[0], shift[1], best, matched, possible);
    }
    FrameComparison.Kind kind =
        possible < FEWEST && Double.isNaN(best)
            ? FrameComparison.Kind.UNKNOWN
            : FrameComparison.Kind.DIFFERENT;
    return new FrameComparison(kind, Double.NaN, Double.NaN, best, 0, possible);
  }

  /** The shift most pairs of sources share, and how many do; null if few. */
  private double[] shiftOfSources() {
    Map<Long, Integer> cells = new HashMap<>();
    long fullest = 0;
    int most = 0;
    for (int i = 0; i < now.sources(); i++) {
      for (int j = 0; j < before.sources(); j++) {
        long cellX = Math.round((now.x(i) - before.x(j)) / CELL);
        long cellY = Math.round((now.y(i) - before.y(j)) / CELL);
        long cell = cellX << Integer.SIZE | (cellY & 0xffffffffL);
        int votes = cells.merge(cell, 1, Integer::sum);
        if (votes > most) {
          most = votes;
          fullest = cell;
        }
      }
    }
    double dx = (fullest >> Integer.SIZE) * CELL;
    double dy = (int) fullest * CELL;
    int matched = 0;
    for (double near = CELL; near >= NEAR; near -= NEAR) {
      double[] xs = new double[now.sources()];
      double[] ys = new double[now.sources()];
      matched = 0;
      for (int i = 0; i < now.sources(); i++) {
        int partner = nearest(now.x(i) - dx, now.y(i) - dy, near);
        if (partner >= 0) {
          xs[matched] = now.x(i) - before.x(partner);
          ys[matched++] = now.y(i) - before.y(partner);
        }
      }
      if (matched > 0) {
        dx = Robust.median(xs, matched);
        dy = Robust.median(ys, matched);
      }
    }
    int possible = Math.min(now.sources(), before.sources());
    return matched >= FEWEST && matched >= possible / 5 ? new double[] {dx, dy, matched} : null;
  }

  private int nearest(double x, double y, double near) {
    int best = -1;
    double least = near;
    for (int j = 0; j < before.sources(); j++) {
      double away = Math.hypot(x - before.x(j), y - before.y(j));
      if (away < least) {
        least = away;
        best = j;
      }
    }
    return best;
  }
}
