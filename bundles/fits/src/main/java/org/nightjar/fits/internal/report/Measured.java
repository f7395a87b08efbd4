package org.nightjar.fits.internal.report;

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
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Measurement;
import org.nightjar.fits.internal.bintable.CellType;
import org.nightjar.fits.internal.bintable.TableColumn;
import org.nightjar.fits.internal.bintable.TableContent;
import org.nightjar.fits.internal.bintable.TableExtension;

/** Measurements, wide: one column for each quantity of a task. */
final class Measured {
  private final List<FiledReport> reports;

  Measured(List<FiledReport> reports) {
    this.reports = reports;
  }

  /**
   * One row.
   *
   * @param place detector, or detector and amplifier with a slash; empty for the whole product
   */
  record Row(FiledReport report, String place, Map<Quantity, Double> values) {
    /** The name of the detector; that of an amplifier is behind it. */
    String detector() {
      return place.contains("/") ? place.substring(0, place.indexOf('/')) : place;
    }

    /** The name of the amplifier; {@code null} for the whole detector. */
    String amplifier() {
      return place.contains("/") ? place.substring(place.indexOf('/') + 1) : null;
    }
  }

  /** One row a report. */
  TableContent<Row> ofProducts() throws NightjarException {
    List<TableColumn<Row>> columns = new ArrayList<>(ReportColumns.all(Row::report));
    addMeasured(columns, false);
    return new TableContent<>(
        "MEASUREMENTS",
        columns,
        taker -> {
          for (FiledReport report : reports) {
            Row whole = new Row(report, "", new HashMap<>());
            taker.take(rows(report, false).getOrDefault("", whole));
          }
        });
  }

  /** One row for each detector, and for each amplifier, that a report measured. */
  TableContent<Row> ofDetectors() throws NightjarException {
    List<TableColumn<Row>> columns = new ArrayList<>(ReportColumns.all(Row::report));
    columns.add(TableColumn.of("detector", CellType.TEXT, "detector or band", Row::detector));
    columns.add(
        TableColumn.of(
            "amplifier", CellType.TEXT, "nothing for the detector as a whole", Row::amplifier));
    addMeasured(columns, true);
    return new TableContent<>(
        "DETECTORS",
        columns,
        taker -> {
          for (FiledReport report : reports) {
            for (Row row : rows(report, true).values()) {
              taker.take(row);
            }
          }
        });
  }

  private static String place(Measurement measurement) {
    int slash = measurement.name().lastIndexOf('/');
    return slash < 0 ? "" : measurement.name().substring(0, slash);
  }

  private static Map<String, Row> rows(FiledReport report, boolean ofDetectors) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Measurement each : report.report().measurements().values()) {
      String place = place(each);
      if (place.isEmpty() != ofDetectors) {
        rows.computeIfAbsent(place, key -> new Row(report, key, new HashMap<>()))
            .values()
            .put(Quantity.of(report.task(), each), finite(each.value()));
      }
    }
    return rows;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  private void addMeasured(List<TableColumn<Row>> columns, boolean ofDetectors)
      throws NightjarException {
    Set<String> taken = new HashSet<>();
    columns.forEach(column -> taken.add(Quantity.folded(column.name())));
    for (Quantity quantity : quantities(ofDetectors)) {
      String name =
          taken.contains(Quantity.folded(quantity.column()))
              ? quantity.columnWithUnit()
              : quantity.column();
      String first = name;
      for (int again = 2; !taken.add(Quantity.folded(name)); again++) {
        name = first + "_" + again;
      }
      columns.add(
          new TableColumn<>(
              name,
              CellType.DOUBLE,
              quantity.unit(),
              quantity.name() + " as measured by task " + quantity.task(),
              row -> row.values().get(quantity)));
    }
  }

  private Set<Quantity> quantities(boolean ofDetectors) throws NightjarException {
    Set<Quantity> quantities = new LinkedHashSet<>();
    for (FiledReport report : reports) {
      for (Measurement each : report.report().measurements().values()) {
        if (place(each).isEmpty() != ofDetectors) {
          quantities.add(Quantity.of(report.task(), each));
        }
      }
      if (quantities.size() > TableExtension.MOST_COLUMNS) {
        throw NightjarException.of(
            StandardError.TOO_LARGE,
            "more than " + TableExtension.MOST_COLUMNS + " different measurements in one table",
            "",
            "Write the reports of one task at a time: --task NAME");
      }
    }
    return quantities;
  }
}
