package org.nightjar.imaging.internal.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.imaging.internal.measure.Quantity;

/**
 * Compares numbers with limits. Each detector is judged by itself; the exposure is junk only if all
 * of them are.
 */
public final class Judgement {

  private static final int MOST_NAMES = 5;

  private final List<Detector> detectors;
  private final Limits limits;
  private final UsualFrames reference;
  private final Summary summary;

  /** Of these detectors, by these limits. */
  public Judgement(List<Detector> detectors, Limits limits, UsualFrames reference) {
    this.detectors = List.copyOf(detectors);
    this.limits = limits;
    this.reference = reference;
    this.summary = new Summary(detectors);
  }

  /** Gives the reasons for what is not ok, the worst first. */
  public void judge(Report.Builder report) {
    because(report, "no good pixel", detector -> detector.numbers().get(Quantity.BACKGROUND));
    because(
        report,
        "no noise at all, so that nothing was read out",
        detector -> detector.numbers().get(Quantity.NOISE) == 0 ? Double.NaN : 0);
    because(report, Verdict.JUNK);
    doubts(report);
    because(report, Verdict.QUESTIONABLE);
  }

  private void doubts(Report.Builder report) {
    List<String> doubts =
        detectors.stream().flatMap(detector -> detector.doubts().stream()).toList();
    doubts.stream().limit(MOST_NAMES).forEach(doubt -> report.because(Verdict.QUESTIONABLE, doubt));
    if (doubts.size() > MOST_NAMES) {
      report.because(
          Verdict.QUESTIONABLE, (doubts.size() - MOST_NAMES) + " more doubts like these");
    }
  }

  /** Gives a reason if there are detectors of which a number is NaN. */
  private void because(Report.Builder report, String trouble, ToDoubleFunction<Detector> good) {
    List<String> bad =
        detectors.stream()
            .filter(detector -> Double.isNaN(good.applyAsDouble(detector)))
            .map(Detector::name)
            .toList();
    if (!bad.isEmpty()) {
      report.because(
          overall(Verdict.JUNK, bad.size(), detectors.size()),
          listed(bad, detectors.size()) + " has " + trouble);
    }
  }

  private void because(Report.Builder report, Verdict verdict) {
    for (Quantity quantity : Quantity.values()) {
      List<Judged> all = all(quantity);
      Map<Limit, List<Excess>> broken = new LinkedHashMap<>();
      for (Judged each : all) {
        for (Limit limit : limits.of(each.place, quantity)) {
          excess(each, limit, verdict, quantity)
              .ifPresent(e -> broken.computeIfAbsent(limit, l -> new ArrayList<>()).add(e));
        }
      }
      broken.forEach(
          (limit, bad) ->
              report.because(
                  overall(verdict, bad.size(), all.size()),
                  sentence(quantity, limit, verdict, bad, all.size())));
    }
  }

  /** Numbers of amplifiers where there are any, else of detectors. */
  private List<Judged> all(Quantity quantity) {
    List<Judged> all = new ArrayList<>();
    for (Detector detector : detectors) {
      boolean amplified =
          detector.numbers().ofAmplifiers().values().stream()
              .anyMatch(numbers -> numbers.containsKey(quantity));
      detector
          .numbers()
          .each(
              quantity,
              (amplifier, value) -> {
                if (amplifier.isEmpty() != amplified) {
                  String place = amplified ? detector.name() + "/" + amplifier : detector.name();
                  all.add(new Judged(place, amplified, value, quantity.unit(detector.unit())));
                }
              });
    }
    return all;
  }

  private Optional<Excess> excess(Judged each, Limit limit, Verdict verdict, Quantity quantity) {
    Optional<UsualFrames.Usual> usual =
        limit.relative()
            ? reference.of(Summary.printable(summary.name(each.place, each.ofAmplifier, quantity)))
            : Optional.empty();
    OptionalDouble median =
        usual
            .map(reference -> OptionalDouble.of(reference.median()))
            .orElse(OptionalDouble.empty());
    return limit.of(each.value, median) == verdict
        ? Optional.of(new Excess(each.place, each.value, each.unit, usual))
        : Optional.empty();
  }

  private static String sentence(
      Quantity quantity, Limit limit, Verdict verdict, List<Excess> bad, int of) {
    return "the "
        + quantity.words()
        + " ("
        + quantity.measurement()
        + ") is "
        + limit.sense().words()
        + ": "
        + listed(bad.stream().map(Excess::words).toList(), of)
        + "; "
        + limit.words(verdict, bad.get(0).unit());
  }

  private static Verdict overall(Verdict verdict, int bad, int of) {
    return bad < of ? Verdict.QUESTIONABLE : verdict;
  }

  private static String listed(List<String> bad, int of) {
    String some = bad.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return bad.size() > MOST_NAMES
        ? some + " and " + (bad.size() - MOST_NAMES) + " more of " + of
        : some;
  }

  private record Judged(String place, boolean ofAmplifier, double value, String unit) {}
}
