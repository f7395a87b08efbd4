package org.nightjar.store.internal.command;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.FiledReport;
import org.nightjar.json.ReportJson;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar reports}: what the tasks said. */
@Component
public final class ReportsCommand implements Command {
  private static final int USUALLY = 100;

  private final Reports reports;

  /** Made by the component runtime. */
  @Activate
  public ReportsCommand(@Reference Reports reports) {
    this.reports = reports;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "reports",
        "what the tasks said, newest first",
        "",
        0,
        0,
        List.of(
            OptionSpec.value("product", "ID", "only this product; the beginning of its id will do"),
            Options.TASK,
            Options.NIGHT,
            OptionSpec.value("verdict", "WORD", "only ok, questionable, junk or abstain"),
            OptionSpec.flag("all", "superseded and withdrawn reports too"),
            OptionSpec.value("limit", "N", "at most so many; " + USUALLY + " if not said")),
        """
        Prints one line per report; with --json the whole report as one line of JSON:
        {"product":{"id","uri","kind","sha256"},"task","verdict","measurements":{NAME:{"value",
        "unit"}},"findings":[...],"attachments":[...],"provenance":{...},"state",...}

          nightjar reports --night 2026-11-20 --verdict junk
          nightjar reports --product 1a2b3c --all --json""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    ReportQuery query =
        new ReportQuery(
            call.option("product"),
            call.option("task"),
            Options.date(call, "night"),
            Options.verdict(call),
            call.flag("all"),
            Options.count(call, "limit", USUALLY));
    List<FiledReport> found = reports.find(query);
    if (call.json()) {
      found.forEach(report -> call.out().println(ReportJson.line(report)));
      return OK;
    }
    TextTable table = new TextTable("night", "task", "verdict", "product", "file", "state", "why");
    for (FiledReport report : found) {
      table.row(
          report.night(),
          report.task(),
          report.report().verdict().word(),
          report.product().id(),
          fileName(report),
          report.state().word(),
          String.join("; ", report.report().reasons()));
    }
    table.print(call.out());
    if (found.size() == query.most()) {
      call.err().println("There may be more: --limit shows them.");
    }
    return OK;
  }

  private static String fileName(FiledReport report) {
    String path = Optional.ofNullable(report.product().uri().getPath()).orElse("");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
