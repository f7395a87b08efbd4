package org.nightjar.store.internal.reports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.ReportState;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ReportJson;
import org.nightjar.store.EntryState;
import org.nightjar.store.Filing;
import org.nightjar.store.internal.db.Sql;
import org.nightjar.store.internal.db.Transaction;
import org.nightjar.store.internal.ledger.Entries;

/** Reports as rows: columns for what is asked by, the whole as JSON beside them. */
public final class ReportRows {
  static final String SELECT = "select state, state_reason, body from report";

  private static final String INSERT =
      "insert into report (report_key, entry, sha256, kind, task, night, verdict, state,"
          + " state_reason, filed, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ATTACH =
      "insert into attachment (report, place, name, media_type, sha256, byte_length)"
          + " values (?, ?, ?, ?, ?, ?)";

  private ReportRows() {}

  static void file(Transaction transaction, Filing filing) throws SQLException, NightjarException {
    FiledReport report = filing.report();
    Connection connection = transaction.connection();
    boolean known =
        Sql.first(
                connection,
                "select id from report where report_key = ?",
                row -> row.getLong(1),
                report.key())
            .isPresent();
    boolean settled =
        Entries.settle(
            transaction,
            filing.item().entry(),
            known ? EntryState.DUPLICATE : EntryState.REPORTED,
            Optional.of(report.key()),
            Optional.empty());
    if (settled && !known) {
      List<Long> changed = new ArrayList<>(supersede(connection, report));
      changed.add(insert(connection, filing));
      ChangeRows.note(connection, changed);
    }
  }

  /**
   * The report on this row, of which {@code state}, {@code state_reason} and {@code body} are read.
   */
  public static FiledReport report(ResultSet row) throws SQLException, NightjarException {
    FiledReport body = ReportJson.read(JsonLine.read(row.getString("body"), "report.body"));
    return new FiledReport(
        body.key(),
        body.product(),
        body.task(),
        body.night(),
        body.report(),
        body.provenance(),
        ReportState.valueOf(row.getString("state")),
        row.getString("state_reason"),
        body.filed());
  }

  private static List<Long> supersede(Connection connection, FiledReport by)
      throws SQLException, NightjarException {
    List<Long> earlier =
        Sql.list(
            connection,
            "select id from report where sha256 = ? and task = ? and state = 'CURRENT'",
            row -> row.getLong(1),
            by.product().sha256(),
            by.task());
    for (long each : earlier) {
      Sql.update(
          connection,
          "update report set state = ?, state_reason = ? where id = ?",
          ReportState.SUPERSEDED,
          "a newer report took its place: " + by.key(),
          each);
    }
    return earlier;
  }

  private static long insert(Connection connection, Filing filing) throws SQLException {
    FiledReport report = filing.report();
    long number =
        Sql.insert(
            connection,
            INSERT,
            report.key(),
            filing.item().entry(),
            report.product().sha256(),
            report.product().kind().name(),
            report.task(),
            report.night(),
            report.report().verdict(),
            report.state(),
            report.stateReason(),
            report.filed(),
            ReportJson.line(report));
    List<Object[]> files = new ArrayList<>();
    for (Attachment file : report.report().attachments()) {
      files.add(
          new Object[] {
            number, files.size(), file.name(), file.mediaType(), file.sha256(), file.length()
          });
    }
    Sql.batch(connection, ATTACH, files);
    return number;
  }
}
