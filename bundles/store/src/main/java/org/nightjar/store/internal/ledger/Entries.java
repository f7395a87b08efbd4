package org.nightjar.store.internal.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.ProductRef;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ProblemJson;
import org.nightjar.store.EntryState;
import org.nightjar.store.LedgerEntry;
import org.nightjar.store.Settled;
import org.nightjar.store.WorkItem;
import org.nightjar.store.internal.db.Sql;
import org.nightjar.store.internal.db.Transaction;

/** Ledger entries as rows. */
public final class Entries {
  private static final String WORK =
      "select e.id as entry_id, e.arrival as arrival_id, e.task as task_name, "
          + ProductRows.COLUMNS
          + " from entry e join product p on p.id = e.product";

  /** A duplicate of what was pending shares the fate of that. */
  private static final String LINES =
      "select e.id as entry_id, e.arrival as arrival_id, e.task as task_name, e.state as entry_state,"
          + " coalesce(e.report_key, t.report_key) as report_key,"
          + " coalesce(e.problem, t.problem) as problem, "
          + ProductRows.COLUMNS
          + " from entry e left join product p on p.id = e.product"
          + " left join entry t on t.id = e.twin";

  private Entries() {}

  /**
   * Takes an entry out of {@code PENDING}.
   *
   * @return whether it was pending
   */
  public static boolean settle(
      Transaction transaction,
      long entry,
      EntryState to,
      Optional<String> reportKey,
      Optional<Problem> problem)
      throws SQLException, NightjarException {
    Connection connection = transaction.connection();
    Optional<Settled> settled =
        Sql.first(
            connection,
            "select arrival, task, night from entry where id = ? and state = 'PENDING' for update",
            row -> {
              String task = row.getString("task");
              LocalDate night = row.getObject("night", LocalDate.class);
              transaction.tally().moved(night, task, EntryState.PENDING, to);
              return new Settled(entry, row.getLong("arrival"), task, to, reportKey, problem);
            },
            entry);
    if (settled.isEmpty()) {
      return false;
    }
    Sql.update(
        connection,
        "update entry set state = ?, report_key = ?, code = ?, problem = ?, settled = ?"
            + " where id = ?",
        to,
        reportKey,
        problem.map(Problem::code),
        problem.map(Entries::json),
        Instant.now(),
        entry);
    transaction.tell(Settled.TOPIC, settled.get());
    return true;
  }

  static List<WorkItem> pending(Connection connection, String task, int most, Set<Long> except)
      throws SQLException, NightjarException {
    int limit = (int) Math.min((long) most + except.size(), Integer.MAX_VALUE);
    List<WorkItem> found =
        Sql.list(
            connection,
            WORK
                + " where e.task = ? and e.state = 'PENDING'"
                + " order by e.task, e.state, e.urgency, e.id limit ?",
            Entries::item,
            task,
            limit);
    return found.stream().filter(item -> !except.contains(item.entry())).limit(most).toList();
  }

  static List<WorkItem> redrive(Transaction transaction, LocalDate night, Optional<String> task)
      throws SQLException, NightjarException {
    String which =
        " where e.night = ? and e.state = 'QUARANTINED' and e.product is not null"
            + (task.isPresent() ? " and e.task = ?" : "");
    Object[] arguments = task.isPresent() ? new Object[] {night, task.get()} : new Object[] {night};
    List<WorkItem> items =
        Sql.list(
            transaction.connection(), WORK + which + " order by e.id", Entries::item, arguments);
    Sql.batch(
        transaction.connection(),
        "update entry set state = 'PENDING', code = null, problem = null, settled = null"
            + " where id = ?",
        items.stream().map(item -> new Object[] {item.entry()}).toList());
    for (WorkItem item : items) {
      transaction.tally().moved(night, item.task(), EntryState.QUARANTINED, EntryState.PENDING);
    }
    return items;
  }

  static List<LedgerEntry> of(Connection connection, long arrival)
      throws SQLException, NightjarException {
    return Sql.list(
        connection, LINES + " where e.arrival = ? order by e.id", Entries::line, arrival);
  }

  static Set<String> busyTasks(Connection connection) throws SQLException, NightjarException {
    return new HashSet<>(
        Sql.list(
            connection,
            "select task from account group by task having sum(pending) > 0",
            row -> row.getString(1)));
  }

  static String json(Problem problem) {
    return JsonLine.write(ProblemJson.write(problem));
  }

  private static WorkItem item(ResultSet row) throws SQLException, NightjarException {
    return new WorkItem(
        row.getLong("entry_id"),
        row.getLong("arrival_id"),
        row.getString("task_name"),
        ProductRows.envelope(row));
  }

  private static LedgerEntry line(ResultSet row) throws SQLException, NightjarException {
    Optional<ProductRef> product =
        row.getString("sha256") == null ? Optional.empty() : Optional.of(ProductRows.ref(row));
    return new LedgerEntry(
        row.getLong("entry_id"),
        row.getLong("arrival_id"),
        row.getString("task_name"),
        product,
        EntryState.valueOf(row.getString("entry_state")),
        Optional.ofNullable(row.getString("report_key")),
        Arrivals.problem(row.getString("problem")));
  }
}
