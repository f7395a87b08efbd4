package org.nightjar.intake.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.api.error.NightjarException;
import org.nightjar.intake.internal.FileIdentity;
import org.nightjar.intake.internal.Observatory;
import org.nightjar.json.JsonLine;

class CheckCommandTest {
  @TempDir Path data;
  @TempDir Path work;
  private Observatory observatory;
  private Judge judge;
  private CheckCommand check;
  private SubmitCommand submit;

  @BeforeEach
  void open() throws NightjarException {
    observatory = new Observatory(data);
    judge = new Judge(observatory);
    FileIdentity identity = new FileIdentity(observatory.readers, observatory.folders);
    check =
        new CheckCommand(
            observatory.intake,
            observatory.ledger,
            observatory.reports,
            observatory.products,
            identity,
            observatory.attachments,
            observatory.tasks(),
            observatory.profiles(),
            observatory.bus);
    submit =
        new SubmitCommand(
            observatory.intake,
            observatory.ledger,
            observatory.reports,
            observatory.products,
            identity,
            observatory.bus);
  }

  @AfterEach
  void close() {
    judge.close();
    observatory.close();
  }

  @Test
  void allWellIsStatusZeroAndATable() throws Exception {
    write("night/b", "LINES\ntwo\n");
    write("night/a", "LINES\none\n");
    write("night/.hidden", "not this");
    FakeCall call = call(List.of("night"), Map.of());
    assertThat(check.run(call)).isEqualTo(Command.OK);
    assertThat(call.lines()).hasSize(3);
    assertThat(call.lines().get(0)).startsWith("file  kind   task        verdict");
    assertThat(call.lines().get(1)).startsWith("a     alert  transients  ok");
    assertThat(call.progress).contains("2/2 b");
  }

  @Test
  void itIsSaidWhereNoProfileKnowsTheInstrument() throws Exception {
    for (String name : List.of("d", "c", "b", "a")) {
      write(name, "LINES\nexposure of " + name + "\n");
    }
    FakeCall call = call(List.of("a", "b", "c", "d"), Map.of());
    check.run(call);
    assertThat(call.messages())
        .contains("Note: instrument 'X' is not known: read by generic (a, b, c and 1 more)");
  }

  @Test
  void everyOutcomeIsOneLineOfJsonInTheOrderOfTheFiles() throws Exception {
    write("a", "LINES\ngood\njunk\nfail\ncatalogue\n");
    write("b", "LINES\ngood\nfail\n");
    write("c.fits", "just text");
    FakeCall call = call(List.of("a", "b", "c.fits"), Map.of(), "json");

    assertThat(check.run(call)).isEqualTo(Command.FOUND);
    List<JsonNode> lines = json(call.lines());
    assertThat(lines)
        .extracting(line -> line.path("verdict").asText(line.path("state").asText()))
        .containsExactlyInAnyOrder(
            "ok", "junk", "quarantined", "rejected", "ok", "quarantined", "rejected");
    JsonNode last = lines.get(6);
    assertThat(last.at("/product/uri").asText()).endsWith("/c.fits");
    assertThat(last.at("/problem/code").asText()).isEqualTo("UNKNOWN_FORMAT");
    assertThat(last.at("/problem/category").asText()).isEqualTo("DATA");
    assertThat(last.path("task").asText()).isEqualTo("intake");
    assertThat(observatory.ledger.audit()).isEmpty();
  }

  @Test
  void filesWithoutAProductAreIdentifiedByTheirBytes() throws Exception {
    write("a", "LINES\nDAMAGED\n");
    write("c.fits", "just text");
    Files.createSymbolicLink(work.resolve("d"), Path.of("/dev/null"));
    FakeCall call = call(List.of("a", "c.fits", "d"), Map.of("out", List.of("out")), "json");

    assertThat(check.run(call)).isEqualTo(Command.FOUND);
    List<JsonNode> lines = json(call.lines());
    assertThat(lines)
        .extracting(line -> line.path("state").asText())
        .containsExactly("quarantined", "rejected", "quarantined");
    assertThat(lines)
        .extracting(line -> line.at("/product/kind").asText())
        .containsExactly("alert", "unknown", "");
    JsonNode text = lines.get(1).path("product");
    assertThat(text.path("sha256").asText())
        .isEqualTo("7f5dde76c8464594732baeae1e0171af7955005e488790245ed52949a2c7841c");
    assertThat(text.path("id").asText())
        .isEqualTo(
            "7f5dde76c8464594732baeae1e0171af7955005e488790245ed52949a2c7841c".substring(0, 20));
    assertThat(lines.get(2).path("product").properties()).hasSize(1);
    assertThat(lines.get(2).at("/problem/message").asText())
        .isEqualTo("it cannot be read: it is not a regular file");
    assertThat(Files.readAllLines(work.resolve("out/reports.jsonl"))).isEqualTo(call.lines());
  }

  @Test
  void checkingAgainShowsTheReportThatIsThere() throws Exception {
    write("a", "LINES\njunk\n");
    FakeCall first = call(List.of("a"), Map.of(), "json");
    FakeCall second = call(List.of("a"), Map.of(), "json");
    assertThat(check.run(first)).isEqualTo(Command.FOUND);
    assertThat(check.run(second)).isEqualTo(Command.FOUND);
    assertThat(second.lines()).isEqualTo(first.lines());
  }

  @Test
  void resultsAreWrittenForPeopleAndPrograms() throws Exception {
    write("a", "LINES\ngood\njunk\nfail\n");
    FakeCall call = call(List.of("a"), Map.of("out", List.of("out")));
    check.run(call);
    String page = Files.readString(work.resolve("out/index.html"));
    assertThat(page)
        .contains("&lt;b&gt;junk&lt;/b&gt;", "-a%20b.png", "TASK_FAILED")
        .doesNotContain("<b>junk")
        .endsWith("</html>\n");
    assertThat(Files.readAllLines(work.resolve("out/reports.jsonl"))).hasSize(3);
    try (var files = Files.list(work.resolve("out/attachments"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void whatCannotRunSaysWhy() throws Exception {
    write("a", "LINES\ngood\n");
    assertThatThrownBy(() -> check.run(call(List.of("nowhere"), Map.of())))
        .hasMessageContaining("NOT_FOUND")
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> check.run(call(List.of("a"), Map.of("task", List.of("transient")))))
        .hasMessageContaining("transients");
    assertThatThrownBy(() -> check.run(call(List.of("a"), Map.of("profile", List.of("other")))))
        .hasMessageContaining("generic");
    assertThat(check.run(call(List.of("a"), Map.of("profile", List.of("generic")))))
        .isEqualTo(Command.OK);
  }

  @Test
  void aCallerWhoGoesEndsTheWait() throws Exception {
    judge.close();
    write("a", "LINES\ngood\n");
    FakeCall call = call(List.of("a"), Map.of());
    call.goneOnceWaiting = true;
    assertThat(check.run(call)).isEqualTo(Command.FAILED);
    assertThat(observatory.ledger.tasksWithPendingWork()).containsExactly("transients");
  }

  @Test
  void submitPrintsReceiptsOrWaitsForVerdicts() throws Exception {
    write("a", "LINES\ngood\njunk\n");
    FakeCall receipts = call(List.of("a"), Map.of("priority", List.of("bulk")), "json");
    assertThat(submit.run(receipts)).isEqualTo(Command.OK);
    JsonNode receipt = json(receipts.lines()).get(0);
    assertThat(receipt.path("products")).hasSize(2);
    assertThat(receipt.path("arrival").asLong()).isPositive();
    FakeCall waiting = call(List.of("a"), Map.of(), "wait");
    assertThat(submit.run(waiting)).isEqualTo(Command.FOUND);
    assertThat(waiting.lines()).hasSize(3);
    assertThatThrownBy(() -> submit.run(call(List.of("a"), Map.of("priority", List.of("urgent")))))
        .hasMessageContaining("live, interactive or bulk");
  }

  private FakeCall call(
      List<String> parameters, Map<String, List<String>> options, String... flags) {
    return new FakeCall(work, parameters, options, flags);
  }

  private void write(String name, String content) throws Exception {
    Path file = work.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static List<JsonNode> json(List<String> lines) throws NightjarException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : lines) {
      nodes.add(JsonLine.read(line, "output"));
    }
    return nodes;
  }
}
