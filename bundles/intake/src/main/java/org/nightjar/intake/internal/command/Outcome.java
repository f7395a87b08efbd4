package org.nightjar.intake.internal.command;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Verdict;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ProblemJson;
import org.nightjar.json.ProductJson;
import org.nightjar.json.ReportJson;
import org.nightjar.store.LedgerEntry;

/**
 * What came of one entry: a report, or why there is none.
 *
 * @param file the file it arrived in
 * @param entry the ledger's entry
 * @param product the product, or the whole file where none was found in it; empty if it cannot be
 *     read
 * @param report the report, for reported entries and duplicates of them
 */
record Outcome(
    URI file, LedgerEntry entry, Optional<ProductRef> product, Optional<FiledReport> report) {

  boolean well() {
    return report.isPresent() && report.get().report().verdict() == Verdict.OK;
  }

  /** The verdict, or the state of an entry without one. */
  String word() {
    return report.map(each -> each.report().verdict().word()).orElseGet(this::state);
  }

  String fileName() {
    String path = Optional.ofNullable(file.getPath()).orElseGet(file::toString);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String kind() {
    return entry.product().map(product -> product.kind().name()).orElse("-");
  }

  String reasons() {
    return report
        .map(each -> String.join("; ", each.report().reasons()))
        .orElseGet(() -> entry.problem().map(Problem::toString).orElse(""));
  }

  /**
   * One line of JSON: the report; or {@code {"product": {...}, "task", "state", "problem": {code,
   * category, message, place, remedy}}}, where the product of a file in which none was found is the
   * file itself, and has only its {@code uri} if the file cannot be read.
   */
  String json() {
    if (report.isPresent()) {
      return ReportJson.line(report.get());
    }
    var object = JsonLine.object();
    object.set(
        "product",
        product
            .map(ProductJson::write)
            .orElseGet(() -> JsonLine.object().put("uri", file.toString())));
    object.put("task", entry.task());
    object.put("state", state());
    entry.problem().ifPresent(problem -> object.set("problem", ProblemJson.write(problem)));
    return JsonLine.write(object);
  }

  private String state() {
    if (entry.problem().isPresent() && entry.state().name().equals("DUPLICATE")) {
      return "quarantined";
    }
    return entry.state().name().toLowerCase(Locale.ROOT);
  }
}
