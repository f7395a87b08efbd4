package org.nightjar.store.internal.learn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.report.Verdict;
import org.nightjar.json.FactsJson;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ReportJson;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The frames of some nights that a task found good. */
@Component(service = GoodFrames.class)
public final class GoodFrames {
  /** More frames than this say nothing new. */
  static final int MOST = 20_000;

  private static final String SELECT =
      "select r.body, p.facts from report r join product p on p.sha256 = r.sha256 and p.id ="
          + " (select max(q.id) from product q where q.sha256 = r.sha256) where r.task = ? and"
          + " r.verdict = ? and r.state = 'CURRENT' and r.night >= ? and r.night <= ?"
          + " order by r.id desc limit ?";

  private final Database database;

  /** Frames in this database. */
  @Activate
  public GoodFrames(@Reference Database database) {
    this.database = database;
  }

  /** Science frames, and those that do not say what they are, newest first. */
  public List<GoodFrame> of(String task, LocalDate first, LocalDate last) throws NightjarException {
    return database
        .read(
            connection ->
                Sql.list(connection, SELECT, GoodFrames::row, task, Verdict.OK, first, last, MOST))
        .stream()
        .filter(Row::science)
        .map(Row::frame)
        .toList();
  }

  private record Row(boolean science, GoodFrame frame) {}

  private static Row row(ResultSet row) throws SQLException, NightjarException {
    Facts facts = FactsJson.read(JsonLine.read(row.getString("facts"), "product.facts"));
    Map<String, Double> values = new TreeMap<>();
    ReportJson.read(JsonLine.read(row.getString("body"), "report.body"))
        .report()
        .measurements()
        .forEach(
            (name, measurement) -> {
              // Those of single detectors have their names before a slash.
              if (!name.contains("/") && Double.isFinite(measurement.value())) {
                values.put(name, measurement.value());
              }
            });
    return new Row(
        facts.text(FactNames.FRAME_TYPE).map("science"::equals).orElse(true),
        new GoodFrame(
            facts.text(FactNames.PROFILE), facts.text(FactNames.BAND).orElse(""), values));
  }
}
