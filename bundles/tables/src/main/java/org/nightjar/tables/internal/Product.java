package org.nightjar.tables.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.report.FiledReport;

/**
 * The report that a row belongs to, and what its product says of itself.
 *
 * @param report the report
 * @param facts facts of the product; none if it is not known any more
 */
record Product(FiledReport report, Facts facts) {
  /** The columns that every table begins with. */
  static <R> List<Column<R>> columns(Function<R, Product> product) {
    return List.of(
        text("report", "meta.id", "key of the report", product, p -> p.report.key()),
        text("product", "meta.id;meta.main", "id of the product", product, p -> p.id()),
        text("uri", "meta.ref.uri", "where the file was", product, p -> p.uri()),
        text("kind", "meta.code.class", "kind of the product", product, p -> p.kind()),
        Column.of(
            "night",
            ColumnType.DATE,
            "time.epoch;obs",
            "evening on which the night began",
            row -> product.apply(row).report.night()),
        Column.of(
            "observed",
            ColumnType.TIME,
            "time.start;obs",
            "start of the observation, UTC",
            row -> product.apply(row).observed()),
        text("instrument", "meta.id;instr", "instrument", product, p -> p.fact("instrument")),
        text("band", "meta.id;instr.filter", "filter or band", product, p -> p.fact("band")),
        text("task", "meta.id;meta.software", "task that judged", product, p -> p.report.task()),
        text(
            "verdict",
            "meta.code.qual",
            "ok, questionable, junk or abstain",
            product,
            p -> p.report.report().verdict().word()),
        text(
            "reasons",
            "meta.note",
            "why, separated by semicolons",
            product,
            p -> String.join("; ", p.report.report().reasons())),
        text(
            "state",
            "meta.code.status",
            "current, superseded or withdrawn",
            product,
            p -> p.report.state().word()),
        text(
            "plugin",
            "meta.id;meta.software",
            "plugin and version",
            product,
            p -> p.report.provenance().plugin() + " " + p.report.provenance().pluginVersion()));
  }

  /** A fact that is text; {@code null} if there is none. */
  String fact(String name) {
    return facts.text(name).orElse(null);
  }

  private String id() {
    return report.product().id();
  }

  private String uri() {
    return report.product().uri().toString();
  }

  private String kind() {
    return report.product().kind().name();
  }

  private Instant observed() {
    try {
      return facts
          .text(FactNames.OBSERVED)
          .map(text -> OffsetDateTime.parse(text).toInstant())
          .orElse(null);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static <R> Column<R> text(
      String name,
      String ucd,
      String description,
      Function<R, Product> product,
      Function<Product, Object> cell) {
    return Column.of(
        name, ColumnType.TEXT, ucd, description, row -> cell.apply(product.apply(row)));
  }
}
