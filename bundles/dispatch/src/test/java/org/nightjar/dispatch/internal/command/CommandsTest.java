package org.nightjar.dispatch.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Kind;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.api.task.TaskInfo;
import org.nightjar.dispatch.Addresses;
import org.nightjar.dispatch.TaskDirectory;
import org.nightjar.dispatch.TaskStatus;
import org.nightjar.dispatch.internal.fake.DirectBus;
import org.nightjar.dispatch.internal.fake.Envelopes;
import org.nightjar.json.EnvelopeJson;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ReportJson;
import org.nightjar.testkit.TestCall;

class CommandsTest {
  @TempDir Path folder;

  @Test
  void tasksShowsATableOrLines() throws Exception {
    Command tasks = new TasksCommand(new OneTask());

    TestCall table = call();
    assertThat(tasks.run(table)).isZero();
    assertThat(table.printed()).contains("NAME", "test", "alert,exposure", "1.2.3", "0.9.0");
    TestCall json = call("--json");
    assertThat(tasks.run(json)).isZero();
    assertThat(JsonLine.read(json.printed(), "out").toString())
        .isEqualTo(
            "{\"name\":\"test\",\"title\":\"Tests\",\"kinds\":[\"alert\",\"exposure\"],"
                + "\"plugin\":\"a.plugin\",\"version\":\"1.2.3\",\"draining\":[\"0.9.0\"],"
                + "\"queued\":3,\"inFlight\":2,\"done\":10,\"failed\":1}");
  }

  @Test
  void hostWritesAReportOrAProblemPerEnvelope() throws Exception {
    DirectBus bus = new DirectBus();
    bus.serve(
        Addresses.examine("test"),
        envelope ->
            envelope.ref().uri().getPath().endsWith("bad")
                ? CompletableFuture.failedFuture(
                    NightjarException.of(StandardError.CORRUPT, "bad one", "", ""))
                : CompletableFuture.completedFuture(report(envelope)));
    Path in = Files.write(folder.resolve("in"), List.of(line("one"), "", line("bad"), line("two")));

    int exit = new HostCommand(bus).run(call("in", "--task=test", "-o=answers"));

    List<String> lines = Files.readAllLines(folder.resolve("answers"));
    assertThat(exit).isEqualTo(Command.FOUND);
    assertThat(lines).hasSize(3);
    assertThat(ReportJson.read(JsonLine.read(lines.get(0), "")))
        .isEqualTo(report(Envelopes.of("one")));
    assertThat(lines.get(1)).contains("\"problem\"", "bad one", Envelopes.of("bad").ref().id());
    assertThat(in).exists();
  }

  @Test
  void hostNamesTheLineThatIsNoEnvelope() throws Exception {
    Files.write(folder.resolve("in"), List.of("{\"night\":1}"));
    Command host = new HostCommand(new DirectBus());

    assertThatThrownBy(() -> host.run(call("in", "--task=test")))
        .isInstanceOf(NightjarException.class);
    Files.write(folder.resolve("in"), List.of("", "nonsense"));
    assertThatThrownBy(() -> host.run(call("in", "--task=test"))).hasMessageContaining("in:2");
    assertThatThrownBy(() -> host.run(call("in"))).hasMessageContaining("--task");
    assertThatThrownBy(() -> host.run(call("absent", "--task=test")))
        .hasMessageContaining("UNREADABLE");
  }

  private static String line(String name) {
    return JsonLine.write(EnvelopeJson.write(Envelopes.of(name)));
  }

  private static FiledReport report(Envelope envelope) {
    return new FiledReport(
        "k",
        envelope.ref(),
        "test",
        envelope.night(),
        Report.builder().measure("one", 1.5, "adu").build(),
        new Provenance(
            "a.plugin", "1.2.3", List.of(), "c", Map.of(), "", Instant.EPOCH, Duration.ZERO),
        ReportState.CURRENT,
        "",
        Instant.EPOCH);
  }

  private static final class OneTask implements TaskDirectory {
    @Override
    public List<TaskStatus> tasks() {
      return List.of(
          new TaskStatus(
              TaskInfo.of("test", "Tests", Kind.EXPOSURE, Kind.ALERT),
              "a.plugin",
              "1.2.3",
              List.of("0.9.0"),
              3,
              2,
              10,
              1));
    }

    @Override
    public Set<String> accepting(Kind kind) {
      return Set.of("test");
    }
  }

  private TestCall call(String... words) {
    return TestCall.in(folder, words);
  }
}
