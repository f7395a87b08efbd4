package org.nightjar.store.internal.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.report.FiledReport;
import org.nightjar.store.EntryState;
import org.nightjar.store.Filing;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.Reports;
import org.nightjar.store.WorkItem;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.Sql;
import org.nightjar.store.internal.ledger.Entries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports in the database. */
@Component
public final class ReportStore implements Reports {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{1,64}");

  private final Database database;

  /** Reports in this database. */
  @Activate
  public ReportStore(@Reference Database database) {
    this.database = database;
  }

  @Override
  public Optional<FiledReport> find(String key) throws NightjarException {
    return database.read(
        connection ->
            Sql.first(
                connection, ReportRows.SELECT + " where report_key = ?", ReportRows::report, key));
  }

  @Override
  public List<FiledReport> find(ReportQuery query) throws NightjarException {
    List<Object> arguments = new ArrayList<>();
    String conditions = conditions(query, arguments);
    arguments.add(query.most());
    String sql = ReportRows.SELECT + " where " + conditions + " order by id desc limit ?";
    return database.read(
        connection -> Sql.list(connection, sql, ReportRows::report, arguments.toArray()));
  }

  @Override
  public List<FiledReport> all(ReportQuery query) throws NightjarException {
    List<Object> arguments = new ArrayList<>();
    String sql = "select id from report where " + conditions(query, arguments) + " order by id";
    return new PagedReports(
        database,
        database.read(
            connection ->
                Sql.list(connection, sql, row -> row.getLong(1), arguments.toArray()).stream()
                    .mapToLong(Long::longValue)
                    .toArray()));
  }

  @Override
  public void file(WorkItem item, FiledReport report) throws NightjarException {
    file(List.of(new Filing(item, report)));
  }

  @Override
  public void file(List<Filing> filings) throws NightjarException {
    database.write(
        transaction -> {
          for (Filing filing : filings) {
            ReportRows.file(transaction, filing);
          }
          return null;
        });
  }

  @Override
  public void duplicate(WorkItem item, String key) throws NightjarException {
    database.write(
        transaction ->
            Entries.settle(
                transaction,
                item.entry(),
                EntryState.DUPLICATE,
                Optional.of(key),
                Optional.empty()));
  }

  private static String conditions(ReportQuery query, List<Object> arguments)
      throws NightjarException {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    if (query.product().isPresent()) {
      String id = query.product().get().toLowerCase(Locale.ROOT);
      if (!ID.matcher(id).matches()) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT,
            "a product's id is hexadecimal, not '" + query.product().get() + "'",
            "",
            "Take it from 'nightjar reports' or 'nightjar check'");
      }
      conditions.add("sha256 >= ? and sha256 < ?");
      arguments.add(id);
      arguments.add(id + "g");
    }
    query.task().ifPresent(task -> also(conditions, arguments, "task = ?", task));
    query.night().ifPresent(night -> also(conditions, arguments, "night = ?", night));
    query.verdict().ifPresent(verdict -> also(conditions, arguments, "verdict = ?", verdict));
    if (!query.all()) {
      conditions.add("state = 'CURRENT'");
    }
    return String.join(" and ", conditions);
  }

  private static void also(
      List<String> conditions, List<Object> arguments, String condition, Object argument) {
    conditions.add(condition);
    arguments.add(argument);
  }
}
