package org.nightjar.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * How one contest with one peer ended.
 *
 * @param contest what was measured
 * @param unit of the rates
 * @param peer whom ours was compared with
 * @param ours median rate of ours
 * @param theirs median rate of the peer
 * @param ratio median over the rounds of ours / theirs
 * @param lowest ratio of the worst round
 * @param highest ratio of the best round
 * @param wanted least ratio that is wanted; NaN if none is
 */
public record Outcome(
    String contest,
    String unit,
    String peer,
    double ours,
    double theirs,
    double ratio,
    double lowest,
    double highest,
    double wanted) {

  /** Compares the rates of several rounds. */
  public static Outcome of(
      String contest, String unit, String peer, double[] ours, double[] theirs, double wanted) {
    double[] ratios = new double[ours.length];
    Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
    Arrays.sort(ratios);
    return new Outcome(
        contest,
        unit,
        peer,
        median(ours),
        median(theirs),
        median(ratios),
        ratios[0],
        ratios[ratios.length - 1],
        wanted);
  }

  /** Whether the median ratio is what is wanted. */
  boolean met() {
    return Double.isNaN(wanted) || ratio >= wanted;
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-34s %10.4g %-14s %-36s %10.4g   x %5.2f (%.2f to %.2f)%s",
        contest,
        ours,
        unit,
        peer,
        theirs,
        ratio,
        lowest,
        highest,
        Double.isNaN(wanted)
            ? ""
            : String.format(Locale.ROOT, ", wanted %.2f: %s", wanted, met() ? "met" : "NOT MET"));
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"contest\":\"%s\",\"unit\":\"%s\",\"peer\":\"%s\",\"ours\":%.6g,\"theirs\":%.6g,"
            + "\"ratio\":%.4f,\"lowest\":%.4f,\"highest\":%.4f,\"wanted\":%s}",
        contest,
        unit,
        peer,
        ours,
        theirs,
        ratio,
        lowest,
        highest,
        Double.isNaN(wanted) ? "null" : String.valueOf(wanted));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
