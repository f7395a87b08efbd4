package org.nightjar.tables.internal;

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

/** Findings: one row each. */
record FindingTables(ProductFacts facts) implements Tables {
  /** One row. */
  record Row(Product product, Finding finding) {}

  @Override
  public Table<Row> of(List<FiledReport> reports) {
    List<Column<Row>> columns = new ArrayList<>(Product.columns(Row::product));
    columns.add(text("what", "meta.code.class", "what was found", f -> f.what()));
    columns.add(text("part", "meta.id.part;instr.det", "detector or band", f -> part(f)));
    columns.add(edge("x0", "first column, counted from zero", Region::x0));
    columns.add(edge("y0", "first row, counted from zero", Region::y0));
    columns.add(edge("x1", "one past the last column", Region::x1));
    columns.add(edge("y1", "one past the last row", Region::y1));
    columns.add(text("shape", "meta.code", "outline, such as line", f -> shape(f)));
    columns.add(end("line_x0", "column of one end", Shape.Line::x0));
    columns.add(end("line_y0", "row of that end", Shape.Line::y0));
    columns.add(end("line_x1", "column of the other end", Shape.Line::x1));
    columns.add(end("line_y1", "row of the other end", Shape.Line::y1));
    columns.add(end("line_width", "full width at half maximum", Shape.Line::width));
    columns.add(sky("ra", "pos.eq.ra", "right ascension, ICRS", SkyCircle::ra));
    columns.add(sky("dec", "pos.eq.dec", "declination, ICRS", SkyCircle::dec));
    columns.add(sky("radius", "phys.angSize", "radius of the circle", SkyCircle::radius));
    columns.add(
        Column.of(
            "probability",
            ColumnType.REAL,
            "stat.probability",
            "calibrated probability that it is true",
            row -> {
              var sure = row.finding().probability();
              return sure.isPresent() ? sure.getAsDouble() : null;
            }));
    columns.add(text("evidence", "meta.note", "what speaks for it", f -> f.evidence()));
    return new Table<>(
        columns,
        taker -> {
          for (FiledReport report : reports) {
            if (!report.report().findings().isEmpty()) {
              Product product = facts.of(report);
              for (Finding finding : report.report().findings()) {
                taker.take(new Row(product, finding));
              }
            }
          }
        });
  }

  private static String part(Finding finding) {
    return finding.pixels().map(PixelBox::part).orElse(null);
  }

  private static String shape(Finding finding) {
    return finding.shape().map(Shape::type).orElse(null);
  }

  private static Column<Row> text(
      String name, String ucd, String description, Function<Finding, Object> cell) {
    return Column.of(name, ColumnType.TEXT, ucd, description, row -> cell.apply(row.finding()));
  }

  private static Column<Row> edge(String name, String description, ToIntFunction<Region> cell) {
    return new Column<>(
        name,
        ColumnType.WHOLE,
        "pixel",
        "pos.cartesian;instr.pixel",
        description,
        row ->
            row.finding()
                .pixels()
                .map(box -> (Object) (long) cell.applyAsInt(box.region()))
                .orElse(null));
  }

  private static Column<Row> end(
      String name, String description, ToDoubleFunction<Shape.Line> cell) {
    return new Column<>(
        name,
        ColumnType.REAL,
        "pixel",
        "pos.cartesian;instr.pixel",
        description,
        row ->
            row.finding().shape().orElse(null) instanceof Shape.Line line
                ? (Object) cell.applyAsDouble(line)
                : null);
  }

  private static Column<Row> sky(
      String name, String ucd, String description, ToDoubleFunction<SkyCircle> cell) {
    return new Column<>(
        name,
        ColumnType.REAL,
        "deg",
        ucd,
        description,
        row -> row.finding().sky().map(circle -> (Object) cell.applyAsDouble(circle)).orElse(null));
  }
}
