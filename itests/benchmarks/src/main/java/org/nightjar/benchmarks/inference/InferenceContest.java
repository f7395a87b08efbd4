package org.nightjar.benchmarks.inference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.nightjar.benchmarks.Outcome;

/** One network: raw, by DJL, by the service, and raw in the batches that the service made. */
final class InferenceContest {
  /** Runs before anything is measured, and seconds of each. */
  private static final int COMPILED_RUNS = 8;

  private static final double COMPILED_SECONDS = 3;

  private final Network network;
  private final Path data;
  private final int rounds;
  private final double seconds;
  private final List<Outcome> outcomes = new ArrayList<>();

  InferenceContest(Network network, Path data, int rounds, double seconds) {
    this.network = network;
    this.data = data;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  /** What is wanted at some number of callers; NaN where nothing is. */
  record Wanted(double overhead, double tail) {
    static final Wanted NOTHING = new Wanted(Double.NaN, Double.NaN);
  }

  /** Runs all at these numbers of callers. */
  List<Outcome> run(Map<Integer, Wanted> callers) throws Exception {
    try (RawRuntime raw = new RawRuntime(network);
        DjlRuntime djl = new DjlRuntime(network);
        ServiceRuntime service = new ServiceRuntime(network, data)) {
      // Java compiles while it runs, and the service has more to compile than a bare call. Starts
      // and ends of runs are paths of their own; what was compiled without them is thrown away.
      for (int run = 0; run < COMPILED_RUNS; run++) {
        Callers.run(service, Collections.max(callers.keySet()), COMPILED_SECONDS);
      }
      for (Map.Entry<Integer, Wanted> each : new TreeMap<>(callers).entrySet()) {
        run(raw, djl, service, each.getKey(), each.getValue());
      }
    }
    return outcomes;
  }

  private void run(
      RawRuntime raw, DjlRuntime djl, ServiceRuntime service, int callers, Wanted wanted)
      throws Exception {
    List<Callers.Result> ofRaw = new ArrayList<>();
    List<Callers.Result> ofDjl = new ArrayList<>();
    List<Callers.Result> ofService = new ArrayList<>();
    List<Callers.Result> ofSame = new ArrayList<>();
    int processors = Runtime.getRuntime().availableProcessors();
    for (int round = -1; round < rounds; round++) {
      double time = round < 0 ? seconds / 2 : seconds;
      Callers.Result direct = Callers.run(raw, callers, time);
      Callers.Result predictor = Callers.run(djl, callers, time);
      service.sizes();
      Callers.Result served = Callers.run(service, callers, time);
      Map<Integer, Long> sizes = service.sizes();
      int slots = Math.min(callers, processors);
      // As many different samples as the service had callers: reading them costs caches, too.
      try (RawRuntime same = new RawRuntime(network, sizes, callers / slots)) {
        Callers.Result batches = Callers.run(same, slots, time);
        if (round >= 0) {
          ofRaw.add(direct);
          ofDjl.add(predictor);
          ofService.add(served);
          ofSame.add(batches);
          print(callers, raw.name(), direct, Map.of());
          print(callers, djl.name(), predictor, Map.of());
          print(callers, service.name(), served, sizes);
          print(callers, "ONNX Runtime, the same batches", batches, sizes);
        }
      }
    }
    String contest = network.name() + ", " + callers + (callers == 1 ? " caller" : " callers");
    hold(contest, "img/CPU-s", "ONNX Runtime, the same batches", ofService, ofSame, 0.9);
    hold(contest, "img/CPU-s", raw.name(), ofService, ofRaw, Double.NaN);
    hold(contest, "img/CPU-s", djl.name(), ofService, ofDjl, Double.NaN);
    outcomes.add(
        Outcome.of(
            contest + ": p99",
            "1/s",
            raw.name() + ", no queue",
            rates(ofService, result -> 1e3 / result.millis(0.99)),
            rates(ofRaw, result -> 1e3 / result.millis(0.99)),
            wanted.tail()));
    if (!Double.isNaN(wanted.overhead())) {
      // A run of the service may take 1 + overhead of a raw one.
      outcomes.add(
          Outcome.of(
              contest + ": p50",
              "1/s",
              raw.name(),
              rates(ofService, result -> 1e3 / result.millis(0.5)),
              rates(ofRaw, result -> 1e3 / result.millis(0.5)),
              1 / (1 + wanted.overhead())));
    }
  }

  private void hold(
      String contest,
      String unit,
      String peer,
      List<Callers.Result> ours,
      List<Callers.Result> theirs,
      double wanted) {
    outcomes.add(
        Outcome.of(
            contest,
            unit,
            peer,
            rates(ours, Callers.Result::perCpuSecond),
            rates(theirs, Callers.Result::perCpuSecond),
            wanted));
  }

  private static double[] rates(
      List<Callers.Result> results, java.util.function.ToDoubleFunction<Callers.Result> rate) {
    double[] rates = new double[results.size()];
    Arrays.setAll(rates, i -> rate.applyAsDouble(results.get(i)));
    return rates;
  }

  private void print(int callers, String who, Callers.Result result, Map<Integer, Long> sizes) {
    System.out.printf(
        Locale.ROOT,
        "  %-10s %3d callers  %-32s %9.1f img/s %9.1f img/CPU-s  p50 %9.3f ms  p99 %9.3f ms %s%n",
        network.name(),
        callers,
        who,
        result.perSecond(),
        result.perCpuSecond(),
        result.millis(0.5),
        result.millis(0.99),
        sizes.isEmpty() ? "" : "batches " + sizes);
  }
}
