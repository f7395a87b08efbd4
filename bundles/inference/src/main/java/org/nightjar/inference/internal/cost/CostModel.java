package org.nightjar.inference.internal.cost;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long a batch takes: {@code c(n) (a + b n)} nanoseconds for n samples. a and b are fitted when
 * the lane warms up; c follows what runs really take, apart for each power of two of n, because
 * neither caches nor neighbours on the machine are linear.
 *
 * <p>A correction above 1 fades while nothing runs. Otherwise one slow run could make the model so
 * pessimistic that every request with a deadline is refused, and nothing is ever run to correct it.
 */
public final class CostModel {
  /** Weight of the newest run in the correction. */
  private static final double FOLLOW = 0.2;

  /** A single run counts as at most this many times slower or faster than expected. */
  private static final double MOST_SURPRISE = 8;

  /** In this time without a run half of a correction is forgotten. */
  private static final double FADE_NANOS = 5e9;

  private static final int SIZES = 31;

  private final double fixed;
  private final double each;
  private final double[] correction = new double[SIZES];
  private final boolean[] seen = new boolean[SIZES];
  private double general = 1;
  private long lastRun;

  /**
   * A model with these coefficients.
   *
   * @param fixed a, nanoseconds of a run whatever its size
   * @param each b, nanoseconds of each sample
   */
  public CostModel(double fixed, double each) {
    this.fixed = Math.max(0, fixed);
    this.each = Math.max(1, each);
  }

  /**
   * A model that fits measured runs, each weighted by the inverse square of its duration: the
   * relative error counts. One measurement leaves no fixed part.
   *
   * @param nanos duration by number of samples, at least one
   */
  public static CostModel fitted(SortedMap<Integer, Long> nanos) {
    double s = 0;
    double sn = 0;
    double snn = 0;
    double st = 0;
    double snt = 0;
    for (Map.Entry<Integer, Long> run : new TreeMap<>(nanos).entrySet()) {
      double n = run.getKey();
      double t = Math.max(1, run.getValue());
      double w = 1 / (t * t);
      s += w;
      sn += w * n;
      snn += w * n * n;
      st += w * t;
      snt += w * n * t;
    }
    double determinant = s * snn - sn * sn;
    if (nanos.size() < 2 || !(determinant > 1e-12 * s * snn)) {
      return new CostModel(0, st / sn);
    }
    double each = (s * snt - sn * st) / determinant;
    double fixed = (snn * st - sn * snt) / determinant;
    // A line through noise can fall, or begin below zero: then one of the two parts is all there
    // is.
    if (fixed < 0) {
      return new CostModel(0, snt / snn);
    }
    return each < 0 ? new CostModel(st / s, 0) : new CostModel(fixed, each);
  }

  /**
   * The same model of runs that take this much longer whatever their size; nothing observed yet.
   */
  public CostModel plus(double nanos) {
    return new CostModel(fixed + nanos, each);
  }

  /** Expected nanoseconds of a run of n samples that starts at this time. */
  public synchronized long predict(int n, long now) {
    return Math.max(1, Math.round(correction(n, now) * (fixed + each * n)));
  }

  /** Expected nanoseconds of one sample in a batch of n. */
  public long share(int n, long now) {
    return Math.max(1, predict(n, now) / n);
  }

  /** Expected nanoseconds of a run whatever its size. */
  public synchronized long fixed(long now) {
    return Math.round(faded(general, now) * fixed);
  }

  /** Takes note of what a run really took. */
  public synchronized void observe(int n, long nanos, long now) {
    double ratio = nanos / (fixed + each * n);
    int size = size(n);
    double before = seen[size] ? faded(correction[size], now) : faded(general, now);
    double bounded = Math.max(before / MOST_SURPRISE, Math.min(before * MOST_SURPRISE, ratio));
    correction[size] = before + FOLLOW * (bounded - before);
    seen[size] = true;
    general = faded(general, now) + FOLLOW * (correction[size] - faded(general, now));
    lastRun = now;
  }

  /**
   * The smallest batch whose samples are at most 2 % more expensive than those of the largest: past
   * it only the wait grows.
   *
   * @param most size of the largest batch
   */
  public int knee(int most) {
    double wanted = 1.02 * (fixed / most + each);
    return (int) Math.max(1, Math.min(most, Math.ceil(fixed / Math.max(1e-9, wanted - each))));
  }

  /** The largest batch that is expected to be over within a time; at least 1. */
  public int within(long nanos, int most, long now) {
    if (predict(most, now) <= nanos) {
      return most;
    }
    int n = 1;
    while (n < most && predict(n + 1, now) <= nanos) {
      n++;
    }
    return n;
  }

  private double correction(int n, long now) {
    int size = size(n);
    return faded(seen[size] ? correction[size] : general, now);
  }

  private double faded(double factor, long now) {
    double idle = now - lastRun;
    return factor <= 1 || idle < FADE_NANOS / 1000
        ? factor
        : 1 + (factor - 1) * Math.pow(0.5, idle / FADE_NANOS);
  }

  private static int size(int n) {
    return 31 - Integer.numberOfLeadingZeros(n);
  }
}
