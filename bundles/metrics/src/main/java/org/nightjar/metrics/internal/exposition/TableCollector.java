package org.nightjar.metrics.internal.exposition;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nightjar.metrics.internal.table.BucketCounts;
import org.nightjar.metrics.internal.table.Definition;
import org.nightjar.metrics.internal.table.FamilyValues;
import org.nightjar.metrics.internal.table.MeterTable;
import org.nightjar.metrics.internal.table.Series;

/** The meters of the bundles, as Prometheus has them. */
final class TableCollector implements MultiCollector {
  private final MeterTable table;

  TableCollector(MeterTable table) {
    this.table = table;
  }

  @Override
  public MetricSnapshots collect() {
    return new MetricSnapshots(
        table.shown().stream()
            .map(TableCollector::snapshot)
            .filter(snapshot -> !snapshot.getDataPoints().isEmpty())
            .toList());
  }

  private static MetricSnapshot snapshot(FamilyValues family) {
    return switch (family.definition().kind()) {
      case COUNTER -> counter(family);
      case GAUGE -> gauge(family);
      case DISTRIBUTION -> histogram(family);
    };
  }

  private static MetricSnapshot counter(FamilyValues family) {
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder()
            .name(family.definition().name().exposed())
            .help(family.definition().description());
    for (Series series : family.series()) {
      series
          .value()
          .ifPresent(
              value ->
                  counter.dataPoint(
                      CounterDataPointSnapshot.builder()
                          .labels(labels(series))
                          .value(value)
                          .build()));
    }
    return counter.build();
  }

  private static MetricSnapshot gauge(FamilyValues family) {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder()
            .name(family.definition().name().exposed())
            .help(family.definition().description());
    for (Series series : family.series()) {
      series
          .value()
          .ifPresent(
              value ->
                  gauge.dataPoint(
                      GaugeDataPointSnapshot.builder()
                          .labels(labels(series))
                          .value(value)
                          .build()));
    }
    return gauge.build();
  }

  private static MetricSnapshot histogram(FamilyValues family) {
    Definition definition = family.definition();
    HistogramSnapshot.Builder histogram =
        HistogramSnapshot.builder()
            .name(definition.name().exposed())
            .help(definition.description());
    for (Series series : family.series()) {
      BucketCounts counts = series.buckets();
      List<Double> bounds = new ArrayList<>(definition.bounds());
      bounds.add(Double.POSITIVE_INFINITY);
      histogram.dataPoint(
          HistogramDataPointSnapshot.builder()
              .labels(labels(series))
              .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, counts.counts()))
              .sum(counts.sum())
              .build());
    }
    return histogram.build();
  }

  private static Labels labels(Series series) {
    Labels.Builder labels = Labels.builder();
    for (Map.Entry<String, String> pair : series.labels().pairs().entrySet()) {
      labels.label(pair.getKey(), pair.getValue());
    }
    return labels.build();
  }
}
