package org.nightjar.inference.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.nightjar.inference.internal.measure.ModelStatistics;
import org.nightjar.inference.internal.model.Catalogue;
import org.nightjar.inference.internal.shadow.ShadowReport;
import org.nightjar.metrics.Counter;
import org.nightjar.metrics.Distribution;
import org.nightjar.metrics.Meter;
import org.nightjar.metrics.Meters;

/** Meters of one version of a model. */
final class ModelMeters {
  private static final double NANO = 1e-9;

  /** From 100 microseconds to 100 seconds. */
  private static final double[] SECONDS = {
    1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1, 3, 10, 30, 100
  };

  private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256};

  private final Meters meters;
  private final String model;
  private final Map<String, String> labels;
  private final Catalogue catalogue;
  private final Distribution batch;
  private final Distribution compute;
  private final Distribution wait;
  private final Distribution answer;
  private final List<Meter> read = new ArrayList<>();
  private final Map<String, Counter> failures = new ConcurrentHashMap<>();

  ModelMeters(Meters meters, String model, ModelStatistics counted, Catalogue catalogue) {
    this.meters = meters;
    this.model = model;
    this.labels = Map.of("model", model);
    this.catalogue = catalogue;
    batch = spread("inference.batch", "Samples of the runs of a model", "samples", SIZES);
    compute = spread("inference.compute", "Duration of the runs of a model", "seconds", SECONDS);
    wait = spread("inference.wait", "Time that requests waited for their run", "seconds", SECONDS);
    answer = spread("inference.answer", "Time until requests were answered", "seconds", SECONDS);
    counter(
        "inference.predicted",
        "What the runs of a model were expected to take",
        "seconds",
        counted,
        each -> each.predictedNanos() * NANO);
    counter(
        "inference.loads", "How often a model was loaded", "", counted, ModelStatistics::loadCount);
    counter(
        "inference.load",
        "How long the loading of a model took",
        "seconds",
        counted,
        each -> each.loadNanos() * NANO);
    counter(
        "inference.evicted",
        "How often a model was unloaded to make room",
        "",
        counted,
        ModelStatistics::evictionCount);
    counter(
        "inference.moved",
        "Requests that left a device which failed them",
        "",
        counted,
        ModelStatistics::movedCount);
    trial("samples", "Samples that a version on trial has seen", ShadowReport::samples);
    trial("failures", "Samples that a version on trial failed", ShadowReport::failures);
    trial(
        "flips",
        "Decisions that a version on trial takes differently",
        report -> report.outputs().stream().mapToLong(ShadowReport.Output::flips).sum());
    trial(
        "difference",
        "Largest difference of any output of a version on trial",
        report ->
            report.outputs().stream().mapToDouble(ShadowReport.Output::largest).max().orElse(0));
  }

  private Distribution spread(String name, String description, String unit, double[] bounds) {
    return meters.distribution(name, description, unit, labels, bounds);
  }

  private void counter(
      String name,
      String description,
      String unit,
      ModelStatistics counted,
      ToDoubleFunction<ModelStatistics> value) {
    read.add(meters.counter(name, description, unit, labels, () -> value.applyAsDouble(counted)));
  }

  /** Not a number while it is not on trial. */
  private void trial(String what, String description, ToDoubleFunction<ShadowReport> value) {
    String id = model.substring(0, model.indexOf('@'));
    read.add(
        meters.gauge(
            "inference.trial." + what,
            description,
            "",
            labels,
            () ->
                catalogue
                    .succession()
                    .trial(id)
                    .filter(report -> report.candidate().equals(model))
                    .map(value::applyAsDouble)
                    .orElse(Double.NaN)));
  }

  void ran(int size, double seconds) {
    batch.record(size);
    compute.record(seconds);
  }

  void answered(double waited, double took) {
    wait.record(waited);
    answer.record(took);
  }

  void failed(String code) {
    failures
        .computeIfAbsent(
            code,
            each ->
                meters.counter(
                    "inference.failed",
                    "Requests that failed after they had been accepted",
                    "",
                    Map.of("model", model, "code", each)))
        .increment();
  }

  void close() {
    List.of(batch, compute, wait, answer).forEach(Meter::close);
    read.forEach(Meter::close);
    failures.values().forEach(Meter::close);
  }
}
