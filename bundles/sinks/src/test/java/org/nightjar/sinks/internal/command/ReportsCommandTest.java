package org.nightjar.sinks.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.json.ReportJson;
import org.nightjar.sinks.internal.InstalledFormats;
import org.nightjar.sinks.internal.Store;
import org.nightjar.sinks.internal.json.JsonWriter;
import org.nightjar.sinks.internal.page.PageWriter;
import org.nightjar.testkit.TestCall;

class ReportsCommandTest {
  @TempDir Path data;
  private Store store;
  private ReportsCommand command;
  private FiledReport report;

  @BeforeEach
  void fill() throws Exception {
    store = new Store(data);
    report =
        store.file(
            "/night/a.fits", "1", Report.builder().because(Verdict.JUNK, "two\nlines").build());
    InstalledFormats formats = new InstalledFormats();
    formats.add(new JsonWriter());
    formats.add(new PageWriter(store.products));
    command = new ReportsCommand(store.reports, store.attachments, formats);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void reportsAreATableOrLinesOfJson() throws Exception {
    TestCall table = call("--night=2026-11-20", "--verdict=junk");
    assertThat(command.run(table)).isEqualTo(Command.OK);
    assertThat(table.lines()).hasSize(2);
    assertThat(table.lines().get(1)).contains(report.product().id(), "junk", "two lines");
    TestCall json = call("--json", "--product=" + report.product().id());
    command.run(json);
    assertThat(json.lines()).containsExactly(ReportJson.line(report));
    TestCall none = call("--json", "--verdict=ok");
    command.run(none);
    assertThat(none.lines()).isEmpty();
    for (String wrong : List.of("verdict=good", "night=yesterday", "limit=0", "limit=x")) {
      assertThatThrownBy(() -> command.run(call("--" + wrong)))
          .hasMessageContaining("BAD_ARGUMENT");
    }
  }

  @Test
  void filesAreWrittenInEveryFormatAskedForHoweverManyReportsThereAre() throws Exception {
    for (int i = 0; i < 130; i++) {
      store.file("/night/b" + i + ".fits", "1", Report.builder().build());
    }
    TestCall call = call("--format=all", "--out=out");
    assertThat(command.run(call)).isEqualTo(Command.OK);
    assertThat(call.lines()).hasSize(132).allMatch(line -> Files.exists(Path.of(line)));
    assertThat(Files.readAllLines(data.resolve("out/reports.jsonl"))).hasSize(131);
    TestCall one = call("--format=html", "--out=one", "--verdict=junk", "--json");
    command.run(one);
    assertThat(one.lines()).hasSize(1);
    assertThat(one.lines().get(0)).startsWith("{\"format\":\"html\",\"file\":");
    assertThat(data.resolve("one/reports.jsonl")).doesNotExist();
    command.run(call("--format=json", "--out=tables/night.jsonl"));
    assertThat(Files.readAllLines(data.resolve("tables/night.jsonl"))).hasSize(131);
  }

  @Test
  void wrongFormatsAreSaidWithThoseThereAre() {
    assertThatThrownBy(() -> command.run(call("--format=parket", "--out=out")))
        .hasMessageContaining("no format 'parket'")
        .hasMessageContaining("html, json, all");
    assertThatThrownBy(() -> command.run(call("--format=json"))).hasMessageContaining("--out DIR");
    assertThatThrownBy(() -> command.run(call("--out=out"))).hasMessageContaining("--format");
  }

  private TestCall call(String... words) {
    return TestCall.in(data, words);
  }
}
