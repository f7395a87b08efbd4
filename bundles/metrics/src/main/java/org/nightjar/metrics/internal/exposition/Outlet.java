package org.nightjar.metrics.internal.exposition;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import org.nightjar.metrics.internal.table.MeterTable;

/** Micrometer's registry for the process, and beside it a collector for our own table. */
final class Outlet {
  private final PrometheusRegistry all = new PrometheusRegistry();
  private final PrometheusMeterRegistry process =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, all, Clock.SYSTEM);

  Outlet(MeterTable table) {
    all.register(new TableCollector(table));
    new ProcessMeters().bindTo(process);
  }

  String text() {
    return process.scrape();
  }

  List<Sample> samples() {
    return Samples.of(all.scrape());
  }

  void close() {
    process.close();
  }
}
