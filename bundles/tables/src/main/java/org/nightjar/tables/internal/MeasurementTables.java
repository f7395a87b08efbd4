package org.nightjar.tables.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Measurement;

/**
 * Measurements, wide: one row for each report and one for each detector that it measured, one
 * column for each quantity of a task. The reports are walked twice: for the columns, and for the
 * rows.
 */
record MeasurementTables(ProductFacts facts) implements Tables {
  private static final int MOST_COLUMNS = 2000;

  /**
   * One row.
   *
   * @param part name of the detector; {@code null} for the product as a whole
   */
  record Row(Product product, String part, Map<Quantity, Double> values) {}

  @Override
  public Table<Row> of(List<FiledReport> reports) throws NightjarException {
    List<Column<Row>> columns = new ArrayList<>(Product.columns(Row::product));
    columns.add(
        Column.of(
            "part",
            ColumnType.TEXT,
            "meta.id.part;instr.det",
            "detector or band that this row is about; nothing for the product as a whole",
            Row::part));
    columns.add(
        Column.of(
            "detector",
            ColumnType.TEXT,
            "meta.id;instr.det",
            "detector, as the part or the product names it",
            row -> row.part() == null ? row.product().fact(FactNames.DETECTOR) : row.part()));
    measured(reports).forEach((quantity, name) -> columns.add(column(quantity, name)));
    return new Table<>(
        columns,
        taker -> {
          for (FiledReport report : reports) {
            for (Row row : rows(facts.of(report))) {
              taker.take(row);
            }
          }
        });
  }

  private static Column<Row> column(Quantity quantity, String name) {
    return new Column<>(
        name,
        ColumnType.REAL,
        quantity.unit(),
        quantity.ucd(),
        quantity.name() + " as measured by task " + quantity.task(),
        row -> row.values().get(quantity));
  }

  private static Map<Quantity, String> measured(List<FiledReport> reports)
      throws NightjarException {
    Set<Quantity> quantities = new LinkedHashSet<>();
    for (FiledReport report : reports) {
      for (Measurement each : report.report().measurements().values()) {
        quantities.add(Quantity.of(report.task(), each.name(), each.unit()));
      }
      if (quantities.size() > MOST_COLUMNS) {
        throw NightjarException.of(
            StandardError.TOO_LARGE,
            "more than " + MOST_COLUMNS + " different measurements in one table",
            "",
            "Write the reports of one task at a time: --task NAME");
      }
    }
    Map<Quantity, String> named = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    Product.<Row>columns(Row::product).forEach(column -> taken.add(column.name()));
    for (Quantity quantity : quantities) {
      String name =
          taken.contains(quantity.column()) ? quantity.columnWithUnit() : quantity.column();
      for (int again = 2; !taken.add(name); again++) {
        name = quantity.columnWithUnit() + "_" + again;
      }
      named.put(quantity, name);
    }
    return named;
  }

  private static List<Row> rows(Product product) {
    FiledReport report = product.report();
    Row whole = new Row(product, null, new HashMap<>());
    Map<String, Row> parts = new LinkedHashMap<>();
    for (Measurement each : report.report().measurements().values()) {
      int slash = each.name().lastIndexOf('/');
      Row row =
          slash < 0
              ? whole
              : parts.computeIfAbsent(
                  each.name().substring(0, slash), part -> new Row(product, part, new HashMap<>()));
      row.values().put(Quantity.of(report.task(), each.name(), each.unit()), each.value());
    }
    List<Row> rows = new ArrayList<>(List.of(whole));
    rows.addAll(parts.values());
    return rows;
  }
}
