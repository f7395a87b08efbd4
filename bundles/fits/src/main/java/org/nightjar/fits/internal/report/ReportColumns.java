package org.nightjar.fits.internal.report;

import java.util.List;
import java.util.function.Function;
import org.nightjar.api.report.FiledReport;
import org.nightjar.fits.internal.bintable.CellType;
import org.nightjar.fits.internal.bintable.TableColumn;

/** The columns that every table begins with: which report, and what it says. */
final class ReportColumns {
  private ReportColumns() {}

  static <R> List<TableColumn<R>> all(Function<R, FiledReport> report) {
    return List.of(
        text("report", "key of the report", report, FiledReport::key),
        text("product", "id of the product", report, each -> each.product().id()),
        text("name", "its file", report, each -> QualityCards.name(each.product())),
        text("kind", "its kind", report, each -> each.product().kind().name()),
        text("night", "evening on which the night began", report, each -> each.night().toString()),
        text("task", "task that judged", report, FiledReport::task),
        text(
            "verdict",
            "ok, questionable, junk or abstain",
            report,
            each -> each.report().verdict().word()),
        text(
            "reasons",
            "why, separated by semicolons",
            report,
            each -> String.join("; ", each.report().reasons())),
        text("state", "current, superseded or withdrawn", report, each -> each.state().word()),
        text(
            "plugin",
            "plugin and version",
            report,
            each -> each.provenance().plugin() + " " + each.provenance().pluginVersion()));
  }

  private static <R> TableColumn<R> text(
      String name,
      String description,
      Function<R, FiledReport> report,
      Function<FiledReport, Object> cell) {
    return TableColumn.of(name, CellType.TEXT, description, row -> cell.apply(report.apply(row)));
  }
}
