package org.nightjar.metrics.internal.table;

import java.util.Map;
import java.util.TreeMap;

/** A table, the bundles that use it, and what there is to see. */
final class Bundles {
  final MeterTable table = new MeterTable();

  /** One more bundle. */
  BundleMeters bundle() {
    return new BundleMeters(table);
  }

  /** Counters and gauges by name and labels; those without a value are left out. */
  Map<String, Double> values() {
    Map<String, Double> values = new TreeMap<>();
    for (FamilyValues family : table.shown()) {
      for (Series series : family.series()) {
        if (family.definition().kind() != Kind.DISTRIBUTION) {
          series.value().ifPresent(value -> values.put(key(family, series), value));
        }
      }
    }
    return values;
  }

  /** Distributions by name and labels. */
  Map<String, BucketCounts> distributions() {
    Map<String, BucketCounts> distributions = new TreeMap<>();
    for (FamilyValues family : table.shown()) {
      for (Series series : family.series()) {
        if (family.definition().kind() == Kind.DISTRIBUTION) {
          distributions.put(key(family, series), series.buckets());
        }
      }
    }
    return distributions;
  }

  private static String key(FamilyValues family, Series series) {
    Map<String, String> labels = series.labels().pairs();
    return family.definition().name() + (labels.isEmpty() ? "" : labels.toString());
  }
}
