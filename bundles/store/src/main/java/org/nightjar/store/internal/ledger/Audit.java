package org.nightjar.store.internal.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.store.internal.attachments.AttachmentFolder;
import org.nightjar.store.internal.db.RowReader;
import org.nightjar.store.internal.db.Sql;

/** Compares what must agree. Each check is a query that finds what does not. */
final class Audit {
  private static final String COUNTERS =
      """
      select coalesce(a.night, e.night) as night, coalesce(a.task, e.task) as task,
        coalesce(a.received, 0) as c0, coalesce(e.received, 0) as r0,
        coalesce(a.pending, 0) as c1, coalesce(e.pending, 0) as r1,
        coalesce(a.reported, 0) as c2, coalesce(e.reported, 0) as r2,
        coalesce(a.rejected, 0) as c3, coalesce(e.rejected, 0) as r3,
        coalesce(a.quarantined, 0) as c4, coalesce(e.quarantined, 0) as r4,
        coalesce(a.duplicate, 0) as c5, coalesce(e.duplicate, 0) as r5
      from account a %s join (
        select night, task, count(*) as received,
          sum(case when state = 'PENDING' then 1 else 0 end) as pending,
          sum(case when state = 'REPORTED' then 1 else 0 end) as reported,
          sum(case when state = 'REJECTED' then 1 else 0 end) as rejected,
          sum(case when state = 'QUARANTINED' then 1 else 0 end) as quarantined,
          sum(case when state = 'DUPLICATE' then 1 else 0 end) as duplicate
        from entry group by night, task) e
      on a.night = e.night and a.task = e.task""";

  private static final String[] COUNTED = {
    "received", "pending", "reported", "rejected", "quarantined", "duplicate"
  };

  private static final String UNREPORTED =
      """
      select e.id, e.task from entry e left join report r on r.report_key = e.report_key
      where e.state = 'REPORTED' and (r.id is null or r.entry <> e.id)""";

  private static final String LOST_DUPLICATES =
      """
      select e.id, e.task from entry e left join report r on r.report_key = e.report_key
      where e.state = 'DUPLICATE' and (r.id is null and e.twin is null)""";

  private static final String UNOWNED =
      """
      select r.report_key, r.task from report r left join entry e on e.id = r.entry
      where e.id is null or e.state <> 'REPORTED' or e.report_key <> r.report_key
        or e.sha256 <> r.sha256 or e.task <> r.task""";

  private static final String UNEXPLAINED =
      """
      select id, task from entry
      where (state = 'REJECTED' or state = 'QUARANTINED') and (code is null or problem is null)""";

  private static final String RIVALS =
      """
      select sha256, task, count(*) from report where state = 'CURRENT'
      group by sha256, task having count(*) > 1""";

  private static final String FORGOTTEN =
      """
      select p.id, p.uri from product p left join entry e on e.product = p.id
      where e.id is null""";

  private static final String MISCOUNTED =
      """
      select a.id, a.uri from arrival a
      where a.products <> (select count(*) from product p where p.arrival = a.id)""";

  private final Connection connection;
  private final AttachmentFolder attachments;
  private final List<String> found = new ArrayList<>();

  Audit(Connection connection, AttachmentFolder attachments) {
    this.connection = connection;
    this.attachments = attachments;
  }

  List<String> run() throws SQLException, NightjarException {
    counters();
    each(UNREPORTED, "entry %s of task %s is reported, but its report is missing");
    each(LOST_DUPLICATES, "entry %s of task %s is a duplicate of nothing");
    each(UNOWNED, "report %s of task %s belongs to no reported entry");
    each(UNEXPLAINED, "entry %s of task %s is rejected or quarantined without a reason");
    each(RIVALS, "product %s has more than one current report of task %s");
    each(FORGOTTEN, "product %s of %s has no entry");
    each(MISCOUNTED, "arrival %s of %s does not have as many products as it counts");
    files();
    return found;
  }

  private void counters() throws SQLException, NightjarException {
    // A full join in two halves: H2 has none.
    RowReader<Object> compare =
        row -> {
          for (int i = 0; i < COUNTED.length; i++) {
            long counted = row.getLong("c" + i);
            long rows = row.getLong("r" + i);
            if (counted != rows) {
              found.add(
                  "night %s, task %s: %s is counted as %d, but there are %d entries"
                      .formatted(
                          row.getString("night"),
                          row.getString("task"),
                          COUNTED[i],
                          counted,
                          rows));
            }
          }
          return row;
        };
    Sql.list(connection, COUNTERS.formatted("left"), compare);
    Sql.list(connection, COUNTERS.formatted("right") + " where a.night is null", compare);
  }

  private void each(String sql, String message) throws SQLException, NightjarException {
    Sql.list(
        connection, sql, row -> found.add(message.formatted(row.getString(1), row.getString(2))));
  }

  private void files() throws SQLException, NightjarException {
    Sql.list(
        connection,
        "select r.report_key, a.name, a.sha256, a.byte_length from attachment a"
            + " join report r on r.id = a.report order by r.id, a.place",
        row -> {
          String sha256 = row.getString("sha256");
          long expected = row.getLong("byte_length");
          long length = attachments.length(sha256);
          if (length != expected) {
            found.add(
                "attachment %s of report %s %s"
                    .formatted(
                        row.getString("name"),
                        row.getString("report_key"),
                        length < 0
                            ? "is missing: " + attachments.file(sha256)
                            : "has " + length + " bytes instead of " + expected));
          }
          return sha256;
        });
  }
}
