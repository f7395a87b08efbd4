package org.nightjar.imaging.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;

/** Turns what was measured of all detectors into the report's numbers, verdict and reasons. */
final class Judgement {

  private static final int MOST_NAMES = 5;

  private final List<Detector> detectors;
  private final Report.Builder report;

  Judgement(List<Detector> detectors, Report.Builder report) {
    this.detectors = detectors;
    this.report = report;
  }

  /** Plain names for the exposure; of several detectors, {@code DETECTOR/name} as well. */
  void measure() {
    for (Quantity quantity : Quantity.values()) {
      if (detectors.stream().anyMatch(detector -> detector.numbers().containsKey(quantity))) {
        report.measure(
            quantity.measurement(), whole(quantity), quantity.unit(detectors.get(0).unit()));
      }
    }
    if (detectors.size() > 1) {
      for (Detector detector : detectors) {
        detector
            .numbers()
            .forEach(
                (quantity, value) ->
                    report.measure(
                        detector.name() + "/" + quantity.measurement(),
                        value,
                        quantity.unit(detector.unit())));
      }
    }
  }

  /** Judges each detector; an exposure is junk only if all of them are. */
  void judge(List<Limit> limits, boolean science) {
    because(Verdict.JUNK, "no good pixel", detector -> detector.number(Quantity.BACKGROUND));
    because(
        Verdict.JUNK,
        "no noise at all, so that nothing was read out",
        detector -> detector.number(Quantity.NOISE) == 0 ? Double.NaN : 0);
    for (Limit limit : limits) {
      if (science || !limit.scienceOnly()) {
        because(limit, Verdict.JUNK);
        because(limit, Verdict.QUESTIONABLE);
      }
    }
  }

  private double whole(Quantity quantity) {
    double[] values = values(quantity);
    return switch (quantity.whole()) {
      case MEDIAN -> Quantity.median(values).orElse(Double.NaN);
      case SUM -> sum(values);
      case PART_OF_PIXELS ->
          sum(values(quantity.counted().orElseThrow())) / sum(values(Quantity.PIXELS));
    };
  }

  private double[] values(Quantity quantity) {
    return detectors.stream().mapToDouble(detector -> detector.number(quantity)).toArray();
  }

  /** NaN as soon as one is not known: a part of a sum would pass for the whole. */
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Gives a reason if there are detectors of which a number is NaN. */
  private void because(Verdict verdict, String trouble, ToDoubleFunction<Detector> good) {
    List<Detector> bad =
        detectors.stream().filter(d -> Double.isNaN(good.applyAsDouble(d))).toList();
    if (!bad.isEmpty()) {
      report.because(overall(verdict, bad), names(bad) + " has " + trouble);
    }
  }

  private void because(Limit limit, Verdict verdict) {
    Quantity quantity = limit.quantity();
    List<Detector> bad =
        detectors.stream().filter(d -> limit.of(d.number(quantity)) == verdict).toList();
    if (!bad.isEmpty()) {
      String unit = quantity.unit(bad.get(0).unit());
      String values =
          bad.stream()
              .limit(MOST_NAMES)
              .map(detector -> String.format(Locale.ROOT, "%.4g", detector.number(quantity)))
              .collect(Collectors.joining(", "));
      report.because(
          overall(verdict, bad),
          quantity.measurement()
              + " of "
              + names(bad)
              + " is "
              + values
              + (bad.size() > MOST_NAMES ? ", ..." : "")
              + (unit.isEmpty() ? "" : " " + unit)
              + ", "
              + limit.level(verdict));
    }
  }

  private Verdict overall(Verdict verdict, List<Detector> bad) {
    return bad.size() < detectors.size() ? Verdict.QUESTIONABLE : verdict;
  }

  private String names(List<Detector> bad) {
    String names =
        bad.stream().limit(MOST_NAMES).map(Detector::name).collect(Collectors.joining(", "));
    return bad.size() > MOST_NAMES
        ? names + " and " + (bad.size() - MOST_NAMES) + " more of " + detectors.size()
        : names;
  }
}
