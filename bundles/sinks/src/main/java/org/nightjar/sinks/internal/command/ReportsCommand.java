package org.nightjar.sinks.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.FiledReport;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ReportJson;
import org.nightjar.sinks.Formats;
import org.nightjar.sinks.ReportFolder.Written;
import org.nightjar.store.AttachmentStore;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar reports}: what the tasks said. */
@Component
public final class ReportsCommand implements Command {
  private final Reports reports;
  private final AttachmentStore attachments;
  private final Formats formats;

  /** Made by the component runtime. */
  @Activate
  public ReportsCommand(
      @Reference Reports reports,
      @Reference AttachmentStore attachments,
      @Reference Formats formats) {
    this.reports = reports;
    this.attachments = attachments;
    this.formats = formats;
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
            OptionSpec.value("task", "NAME", "only this task"),
            OptionSpec.value(
                "night", "DATE", "the night that began on this evening, as 2026-11-20"),
            OptionSpec.value("verdict", "WORD", "only ok, questionable, junk or abstain"),
            OptionSpec.flag("all", "superseded and withdrawn reports too"),
            OptionSpec.value("limit", "N", "at most so many lines; 100 if not said"),
            OptionSpec.values(
                "format", "NAME", "write files in this format, or 'all'; more than once if wished"),
            OptionSpec.value(
                "out", "DIR", "the folder for these files; for one table a file will do")),
        """
        Prints one line per report; with --json the whole report as one line of JSON:
        {"product":{"id","uri","kind","sha256"},"task","verdict","measurements":{NAME:{"value",
        "unit"}},"findings":[...],"attachments":[...],"provenance":{...},"state",...}

        With --format all reports that fit are written to files, however many there are. A wrong
        name of a format tells those there are.

          nightjar reports --night 2026-11-20 --verdict junk
          nightjar reports --product 1a2b3c --all --json
          nightjar reports --night 2026-11-20 --format parquet --format html --out results""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    ReportQuery query = Options.query(call);
    if (!call.options("format").isEmpty()) {
      return export(call, query);
    }
    if (call.option("out").isPresent()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "--out needs --format",
          "",
          "There are: " + String.join(", ", formats.names()));
    }
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

  private int export(CommandCall call, ReportQuery query) throws NightjarException {
    List<ReportWriter> writers = formats.named(call.options("format"));
    if (call.option("out").isEmpty()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "--format writes files and needs a folder for them",
          "",
          "Add --out DIR");
    }
    Export export = new Export(reports, file -> attachments.open(file.sha256()));
    Path out = call.path(call.option("out").get());
    boolean file = Export.isFile(out, writers);
    Path folder = file ? out.toAbsolutePath().getParent() : out;
    List<Written> all =
        file
            ? export.table(query, writers.get(0), out.toAbsolutePath())
            : export.write(query, writers, out);
    for (Written written : all) {
      if (call.json()) {
        call.out()
            .println(
                JsonLine.write(
                    JsonLine.object()
                        .put("format", written.format())
                        .put("file", folder.resolve(written.place()).toString())));
      } else {
        call.out().println(folder.resolve(written.place()));
      }
    }
    return OK;
  }

  private static String fileName(FiledReport report) {
    String path = Optional.ofNullable(report.product().uri().getPath()).orElse("");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
