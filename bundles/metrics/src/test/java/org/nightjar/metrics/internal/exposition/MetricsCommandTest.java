package org.nightjar.metrics.internal.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nightjar.api.command.Command;
import org.nightjar.metrics.Distribution;
import org.nightjar.metrics.internal.table.BundleMeters;
import org.nightjar.metrics.internal.table.MeterTable;
import org.nightjar.testkit.TestCall;

class MetricsCommandTest {
  private final MeterTable table = new MeterTable();
  private final BundleMeters meters = new BundleMeters(table);
  private final Exposition exposition = new Exposition(table);
  private final MetricsCommand command = new MetricsCommand(exposition);

  @BeforeEach
  void count() {
    meters.counter("test.bytes", "Bytes", "", Map.of("feed", "folder")).add(12_345_678_901.0);
    meters.gauge("test.share", "Share", "", Map.of(), () -> 0.123456789);
    Distribution wait =
        meters.distribution("test.wait", "Wait", "seconds", Map.of(), new double[] {0.5});
    wait.record(0.25);
    wait.record(0.75);
  }

  @AfterEach
  void stop() {
    exposition.stop();
  }

  private String run(String... words) {
    TestCall call = TestCall.in(Path.of("/"), words);
    assertThat(command.run(call)).isEqualTo(Command.OK);
    return call.printed();
  }

  @Test
  void theTableIsAligned() {
    assertThat(run("test"))
        .isEqualTo(
            """
            name                              labels             value
            nightjar_test_bytes_total         feed=folder  12345678901
            nightjar_test_share                               0.123457
            nightjar_test_wait_seconds_count                         2
            nightjar_test_wait_seconds_sum                           1
            """);
  }

  @Test
  void jsonHasEveryValue() {
    assertThat(run("nightjar.test", "--json"))
        .isEqualTo(
            """
            {"name":"nightjar_test_bytes_total","type":"counter","labels":{"feed":"folder"},"value":1.2345678901E10}
            {"name":"nightjar_test_share","type":"gauge","labels":{},"value":0.123456789}
            {"name":"nightjar_test_wait_seconds_bucket","type":"histogram","labels":{"le":"0.5"},"value":1.0}
            {"name":"nightjar_test_wait_seconds_bucket","type":"histogram","labels":{"le":"+Inf"},"value":2.0}
            {"name":"nightjar_test_wait_seconds_count","type":"histogram","labels":{},"value":2.0}
            {"name":"nightjar_test_wait_seconds_sum","type":"histogram","labels":{},"value":1.0}
            """);
  }

  @Test
  void aPrefixPicksNames() {
    assertThat(run("test.wait", "--json").lines()).hasSize(4);
    assertThat(run("jvm.memory", "--json").lines())
        .isNotEmpty()
        .allMatch(line -> line.contains("\"name\":\"jvm_memory_"));
    assertThat(run("no.such.name", "--json")).isEmpty();
    assertThat(run().lines()).anyMatch(line -> line.startsWith("process_cpu"));
  }

  @Test
  void whatIsNoNumberIsNull() {
    meters.gauge("test.endless", "Endless", "", Map.of(), () -> Double.POSITIVE_INFINITY);
    assertThat(run("test.endless", "--json")).contains("\"value\":null");
    assertThat(run("test.endless")).contains("Infinity");
  }
}
