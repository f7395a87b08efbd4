package org.nightjar.dispatch.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
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

class CommandsTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();

  @Test
  void tasksShowsATableOrLines() throws Exception {
    Command tasks = new TasksCommand(new OneTask());

    assertThat(tasks.run(new Call(Map.of(), List.of()))).isZero();
    assertThat(out.toString()).contains("NAME", "test", "alert,exposure", "1.2.3", "0.9.0");
    out.getBuffer().setLength(0);
    assertThat(tasks.run(new Call(Map.of("json", ""), List.of()))).isZero();
    assertThat(JsonLine.read(out.toString(), "out").toString())
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

    int exit =
        new HostCommand(bus).run(new Call(Map.of("task", "test", "o", "answers"), List.of("in")));

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

    assertThatThrownBy(() -> host.run(new Call(Map.of("task", "test"), List.of("in"))))
        .isInstanceOf(NightjarException.class);
    Files.write(folder.resolve("in"), List.of("", "nonsense"));
    assertThatThrownBy(() -> host.run(new Call(Map.of("task", "test"), List.of("in"))))
        .hasMessageContaining("in:2");
    assertThatThrownBy(() -> host.run(new Call(Map.of(), List.of("in"))))
        .hasMessageContaining("--task");
    assertThatThrownBy(() -> host.run(new Call(Map.of("task", "test"), List.of("absent"))))
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

  private final class Call implements CommandCall {
    private final Map<String, String> options;
    private final List<String> parameters;

    Call(Map<String, String> options, List<String> parameters) {
      this.options = options;
      this.parameters = parameters;
    }

    @Override
    public Path directory() {
      return folder;
    }

    @Override
    public List<String> parameters() {
      return parameters;
    }

    @Override
    public Optional<String> option(String name) {
      return Optional.ofNullable(options.get(name));
    }

    @Override
    public List<String> options(String name) {
      return option(name).stream().toList();
    }

    @Override
    public boolean flag(String name) {
      return options.containsKey(name);
    }

    @Override
    public PrintWriter out() {
      return new PrintWriter(out, true);
    }

    @Override
    public PrintWriter err() {
      return new PrintWriter(out, true);
    }

    @Override
    public void progress(long done, long total, String doing) {
      // Nobody looks.
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
