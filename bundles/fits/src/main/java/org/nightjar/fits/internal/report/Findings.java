package org.nightjar.fits.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Shape;
import org.nightjar.api.report.SkyCircle;
import org.nightjar.fits.internal.bintable.CellType;
import org.nightjar.fits.internal.bintable.TableColumn;
import org.nightjar.fits.internal.bintable.TableContent;

/** Findings: one row each. Pixels are counted from zero; their centres are whole. */
record Findings(List<FiledReport> reports) {
  /** One row. */
  record Row(FiledReport report, Finding finding) {}

  TableContent<Row> table() {
    List<TableColumn<Row>> columns = new ArrayList<>(ReportColumns.all(Row::report));
    columns.add(text("part", "detector or band", Findings::part));
    columns.add(text("what", "what was found", Finding::what));
    columns.add(edge("x0", "first column, counted from zero", Region::x0));
    columns.add(edge("y0", "first row, counted from zero", Region::y0));
    columns.add(edge("x1", "one past the last column", Region::x1));
    columns.add(edge("y1", "one past the last row", Region::y1));
    columns.add(
        text("shape", "outline, such as line", f -> f.shape().map(Shape::type).orElse(null)));
    columns.add(end("line_x0", "column of one end", Shape.Line::x0));
    columns.add(end("line_y0", "row of that end", Shape.Line::y0));
    columns.add(end("line_x1", "column of the other end", Shape.Line::x1));
    columns.add(end("line_y1", "row of the other end", Shape.Line::y1));
    columns.add(end("line_width", "full width at half maximum", Shape.Line::width));
    columns.add(sky("ra", "right ascension, ICRS", SkyCircle::ra));
    columns.add(sky("dec", "declination, ICRS", SkyCircle::dec));
    columns.add(sky("radius", "radius of the circle", SkyCircle::radius));
    columns.add(real("probability", "", "calibrated probability that it is true", Findings::sure));
    columns.add(text("evidence", "what speaks for it", Finding::evidence));
    return new TableContent<>(
        "FINDINGS",
        columns,
        taker -> {
          for (FiledReport report : reports) {
            for (Finding finding : report.report().findings()) {
              taker.take(new Row(report, finding));
            }
          }
        });
  }

  private static Double sure(Finding finding) {
    return finding.probability().isPresent() ? (Double) finding.probability().getAsDouble() : null;
  }

  private static String part(Finding finding) {
    return finding.pixels().map(PixelBox::part).orElse(null);
  }

  private static TableColumn<Row> text(
      String name, String description, Function<Finding, Object> cell) {
    return TableColumn.of(name, CellType.TEXT, description, row -> cell.apply(row.finding()));
  }

  private static TableColumn<Row> edge(
      String name, String description, ToIntFunction<Region> cell) {
    return new TableColumn<>(
        name,
        CellType.INT,
        "pixel",
        description,
        row ->
            row.finding().pixels().map(box -> (Object) cell.applyAsInt(box.region())).orElse(null));
  }

  private static TableColumn<Row> end(
      String name, String description, ToDoubleFunction<Shape.Line> cell) {
    return real(
        name,
        "pixel",
        description,
        finding ->
            finding.shape().orElse(null) instanceof Shape.Line line
                ? (Double) cell.applyAsDouble(line)
                : null);
  }

  private static TableColumn<Row> sky(
      String name, String description, ToDoubleFunction<SkyCircle> cell) {
    return real(
        name, "deg", description, finding -> finding.sky().map(cell::applyAsDouble).orElse(null));
  }

  private static TableColumn<Row> real(
      String name, String unit, String description, Function<Finding, Double> cell) {
    return new TableColumn<>(
        name, CellType.DOUBLE, unit, description, row -> cell.apply(row.finding()));
  }
}
