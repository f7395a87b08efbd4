package org.nightjar.store.internal.reports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.nightjar.store.internal.db.Sql;

/**
 * Changes of reports as rows. Numbers come from one row that a transaction holds until it commits,
 * so that no lower number appears after a higher one was read, whoever writes.
 */
final class ChangeRows {
  private ChangeRows() {}

  /** Notes that these reports, by their rows' numbers, are new or have another state. */
  static void note(Connection connection, List<Long> reports) throws SQLException {
    if (reports.isEmpty()) {
      return;
    }
    Sql.update(
        connection, "update change_counter set last_change = last_change + ?", reports.size());
    for (int i = 0; i < reports.size(); i++) {
      Sql.update(
          connection,
          "insert into report_change (id, report) select last_change - ?, ? from change_counter",
          reports.size() - 1 - i,
          reports.get(i));
    }
  }
}
