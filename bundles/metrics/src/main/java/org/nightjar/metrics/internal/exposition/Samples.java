package org.nightjar.metrics.internal.exposition;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DistributionDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes what Prometheus's model has apart into single values, named as in its text format. */
final class Samples {
  private final List<Sample> samples = new ArrayList<>();

  private Samples() {}

  static List<Sample> of(MetricSnapshots snapshots) {
    Samples taken = new Samples();
    for (MetricSnapshot snapshot : snapshots) {
      for (DataPointSnapshot point : snapshot.getDataPoints()) {
        taken.take(snapshot.getMetadata().getPrometheusName(), point);
      }
    }
    return List.copyOf(taken.samples);
  }

  private void take(String name, DataPointSnapshot point) {
    Map<String, String> labels = new TreeMap<>();
    for (Label label : point.getLabels()) {
      labels.put(label.getName(), label.getValue());
    }
    if (point instanceof CounterDataPointSnapshot counter) {
      samples.add(new Sample(name + "_total", "counter", labels, counter.getValue()));
    } else if (point instanceof GaugeDataPointSnapshot gauge) {
      samples.add(new Sample(name, "gauge", labels, gauge.getValue()));
    } else if (point instanceof HistogramDataPointSnapshot histogram) {
      buckets(name, labels, histogram);
      countAndSum(name, "histogram", labels, histogram);
    } else if (point instanceof DistributionDataPointSnapshot summary) {
      countAndSum(name, "summary", labels, summary);
    }
  }

  private void buckets(
      String name, Map<String, String> labels, HistogramDataPointSnapshot histogram) {
    long below = 0;
    for (ClassicHistogramBucket bucket : histogram.getClassicBuckets()) {
      below += bucket.getCount();
      Map<String, String> bounded = new TreeMap<>(labels);
      bounded.put(
          "le",
          Double.isInfinite(bucket.getUpperBound())
              ? "+Inf"
              : Double.toString(bucket.getUpperBound()));
      samples.add(new Sample(name + "_bucket", "histogram", bounded, below));
    }
  }

  private void countAndSum(
      String name, String type, Map<String, String> labels, DistributionDataPointSnapshot point) {
    samples.add(new Sample(name + "_count", type, labels, point.getCount()));
    samples.add(new Sample(name + "_sum", type, labels, point.getSum()));
  }
}
