package org.nightjar.metrics.internal.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nightjar.metrics.Counter;
import org.nightjar.metrics.Distribution;
import org.nightjar.metrics.internal.table.BundleMeters;
import org.nightjar.metrics.internal.table.MeterTable;

/** What Prometheus is told. */
class ExpositionTest {
  private final MeterTable table = new MeterTable();
  private final BundleMeters meters = new BundleMeters(table);
  private final Exposition exposition = new Exposition(table);

  @AfterEach
  void stop() {
    exposition.stop();
  }

  @Test
  void metersOfBundlesComeInTheTextFormat() {
    meters.counter("requests", "Requests", "", Map.of("model", "a\"b\\c\nd")).add(2);
    meters.gauge("queue.length", "Waiting", "", Map.of(), () -> -1.5);
    Distribution wait =
        meters.distribution("wait", "Waiting", "seconds", Map.of("m", "x"), new double[] {0.1, 1});
    wait.record(0.1);
    wait.record(0.5);
    wait.record(5);
    assertThat(ours())
        .isEqualTo(
            """
            # HELP nightjar_queue_length Waiting
            # TYPE nightjar_queue_length gauge
            nightjar_queue_length -1.5
            # HELP nightjar_requests_total Requests
            # TYPE nightjar_requests_total counter
            nightjar_requests_total{model="a\\"b\\\\c\\nd"} 2.0
            # HELP nightjar_wait_seconds Waiting
            # TYPE nightjar_wait_seconds histogram
            nightjar_wait_seconds_bucket{m="x",le="0.1"} 1
            nightjar_wait_seconds_bucket{m="x",le="1.0"} 2
            nightjar_wait_seconds_bucket{m="x",le="+Inf"} 3
            nightjar_wait_seconds_count{m="x"} 3
            nightjar_wait_seconds_sum{m="x"} 5.6
            """);
  }

  @Test
  void whatComesAndGoesAfterTheFirstQuestionIsSeen() {
    assertThat(ours()).isEmpty();
    Counter counter = meters.counter("n", "N", "", Map.of());
    counter.increment();
    assertThat(ours()).endsWith("nightjar_n_total 1.0\n");
    counter.close();
    meters.gauge("n", "N", "", Map.of(), () -> 4);
    assertThat(ours()).endsWith("nightjar_n 4.0\n");
    meters.stop();
    assertThat(ours()).isEmpty();
  }

  @Test
  void aNameWithoutValuesIsLeftOut() {
    meters.gauge("unknown", "Unknown", "", Map.of(), () -> Double.NaN);
    meters.counter("unknown.too", "Unknown", "", Map.of(), () -> Double.NaN);
    assertThat(ours()).isEmpty();
  }

  @Test
  void theProcessIsMeasured() {
    Map<String, Double> values =
        exposition.samples().stream()
            .collect(Collectors.toMap(Sample::name, Sample::value, Double::sum));
    assertThat(values)
        .containsKeys(
            "jvm_memory_used_bytes",
            "jvm_memory_committed_bytes",
            "jvm_memory_max_bytes",
            "jvm_buffer_memory_used_bytes",
            "jvm_gc_collection_seconds_count",
            "jvm_gc_collection_seconds_sum",
            "jvm_threads_live_threads",
            "jvm_classes_loaded_classes",
            "process_cpu_time_ns_total",
            "process_cpu_usage",
            "process_uptime_seconds",
            "process_start_time_seconds");
    assertThat(values.get("jvm_threads_live_threads")).isPositive();
    assertThat(values.get("process_cpu_time_ns_total")).isPositive();
    assertThat(
            sample(
                s -> s.name().equals("jvm_memory_used_bytes") && s.labels().containsValue("heap")))
        .isNotEmpty();
    assertThat(
            sample(
                s ->
                    s.name().equals("jvm_buffer_memory_used_bytes")
                        && s.labels().containsValue("direct")))
        .hasSize(1);
    if (Files.exists(ResidentMemory.STATUS)) {
      assertThat(values.get("process_resident_memory_bytes"))
          .isGreaterThan(values.get("jvm_memory_used_bytes") / 2);
      assertThat(values.get("process_files_open_files")).isPositive();
    }
  }

  @Test
  void askingStartsNoThread() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    exposition.text();
    assertThat(before).containsAll(Thread.getAllStackTraces().keySet());
  }

  @Test
  void theRouteAnswersIt() {
    meters.counter("n", "N", "", Map.of()).increment();
    FakeExchange exchange = new FakeExchange();
    MetricsRoute route = new MetricsRoute(exposition);
    route.answer(exchange);
    assertThat(route.method() + " " + route.path()).isEqualTo("GET /metrics");
    assertThat(exchange.status).isEqualTo(200);
    assertThat(exchange.contentType).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    assertThat(new String(exchange.body, UTF_8))
        .contains("\nnightjar_n_total 1.0\n", "\njvm_memory_used_bytes{");
  }

  private List<Sample> sample(Predicate<Sample> wanted) {
    return exposition.samples().stream().filter(wanted).toList();
  }

  /** The lines about meters of bundles. */
  private String ours() {
    return exposition
        .text()
        .lines()
        .filter(line -> line.contains("nightjar_"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
