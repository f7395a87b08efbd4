package org.nightjar.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nightjar.store.internal.Samples.NIGHT;
import static org.nightjar.store.internal.Samples.placed;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.json.JsonLine;
import org.nightjar.store.WorkItem;
import org.nightjar.store.internal.command.LedgerCommand;
import org.nightjar.store.internal.command.ProblemsCommand;
import org.nightjar.store.internal.command.RedriveCommand;
import org.nightjar.testkit.TestCall;

class LedgerCommandsTest {
  @TempDir Path data;
  private OpenStore store;

  @BeforeEach
  void fill() throws NightjarException {
    store = OpenStore.embedded(data);
    store.ledger.enter(
        Samples.submission("a"),
        NIGHT,
        List.of(placed("a", "imaging"), placed("b", "imaging"), placed("c", "imaging")),
        Optional.of(Samples.TRUNCATED));
    List<WorkItem> work = store.ledger.pending("imaging", 3, Set.of());
    FiledReport report =
        Samples.report(
            work.get(0), "1", Report.builder().because(Verdict.JUNK, "two\nlines").build());
    store.reports.file(work.get(0), report);
    store.ledger.quarantine(work.get(1), Samples.TRUNCATED);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theAccountIsShownAndChecked() throws NightjarException {
    LedgerCommand command = new LedgerCommand(store.ledger);
    TestCall json = call("--json", "--night=2026-11-20");
    assertThat(command.run(json)).isEqualTo(Command.OK);
    assertThat(json.lines()).hasSize(2);
    var line = JsonLine.read(json.lines().get(0), "output");
    assertThat(line)
        .hasToString(
            "{\"night\":\"2026-11-20\",\"task\":\"imaging\",\"received\":3,\"reported\":1,"
                + "\"rejected\":0,\"quarantined\":1,\"duplicate\":0,\"pending\":1,"
                + "\"reasons\":{\"TRUNCATED\":1}}");
    TestCall table = call("--audit", "--from=2026-11-20", "--to=2026-11-21");
    assertThat(command.run(table)).isEqualTo(Command.OK);
    assertThat(table.lines().get(1)).contains("ok", "TRUNCATED 1");
    assertThat(table.said()).contains("agree");

    store.tamper("update account set reported = 2");
    TestCall wrong = call();
    assertThat(command.run(wrong)).isEqualTo(Command.FOUND);
    assertThat(wrong.lines().get(1)).contains("WRONG");
    assertThat(wrong.said()).contains("does not balance", "reported is counted as 2");
  }

  @Test
  void whatWasRefusedIsNamed() throws NightjarException {
    ProblemsCommand command = new ProblemsCommand(store.ledger);
    TestCall table = call("--night=2026-11-20");
    assertThat(command.run(table)).isEqualTo(Command.OK);
    assertThat(table.lines()).hasSize(3);
    assertThat(table.printed()).contains("quarantined", "TRUNCATED", "intake", "imaging");
    TestCall json = call("--json", "--limit=1");
    command.run(json);
    assertThat(json.lines()).hasSize(1);
    assertThat(JsonLine.read(json.lines().get(0), "output").at("/problem/code").asText())
        .isEqualTo("TRUNCATED");
    TestCall other = call("--json", "--night=2026-11-19");
    command.run(other);
    assertThat(other.lines()).isEmpty();
  }

  @Test
  void quarantinedProductsAreReDriven() throws NightjarException {
    RedriveCommand command = new RedriveCommand(store.ledger);
    TestCall call = call("--night=2026-11-20");
    assertThat(command.run(call)).isEqualTo(Command.OK);
    assertThat(call.lines().get(0)).startsWith("1 quarantined");
    assertThat(call.lines().get(1)).startsWith("1 damaged files");
    assertThatThrownBy(() -> command.run(call())).hasMessageContaining("--night");
  }

  private TestCall call(String... words) {
    return TestCall.in(data, words);
  }
}
