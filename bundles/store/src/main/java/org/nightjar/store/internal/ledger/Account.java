package org.nightjar.store.internal.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.store.LedgerLine;
import org.nightjar.store.internal.db.Sql;

/** The account by night and task, from the counters. */
final class Account {
  private record Key(LocalDate night, String task) {
    static Key of(ResultSet row) throws SQLException {
      return new Key(row.getObject("night", LocalDate.class), row.getString("task"));
    }
  }

  static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private Account() {}

  static List<LedgerLine> lines(
      Connection connection, Optional<LocalDate> from, Optional<LocalDate> to)
      throws SQLException, NightjarException {
    LocalDate first = from.orElse(FIRST);
    LocalDate last = to.orElse(LAST);
    Map<Key, Map<String, Long>> reasons = reasons(connection, first, last);
    return Sql.list(
        connection,
        "select * from account where night between ? and ? order by night, task",
        row -> line(row, reasons.getOrDefault(Key.of(row), Map.of())),
        first,
        last);
  }

  private static LedgerLine line(ResultSet row, Map<String, Long> reasons) throws SQLException {
    return new LedgerLine(
        row.getObject("night", LocalDate.class),
        row.getString("task"),
        row.getLong("received"),
        row.getLong("reported"),
        row.getLong("rejected"),
        row.getLong("quarantined"),
        row.getLong("duplicate"),
        row.getLong("pending"),
        reasons);
  }

  private static Map<Key, Map<String, Long>> reasons(
      Connection connection, LocalDate first, LocalDate last)
      throws SQLException, NightjarException {
    Map<Key, Map<String, Long>> reasons = new HashMap<>();
    Sql.list(
        connection,
        "select night, task, code, count(*) as times from entry"
            + " where code is not null and night between ? and ? group by night, task, code",
        row ->
            reasons
                .computeIfAbsent(Key.of(row), key -> new TreeMap<>())
                .put(row.getString("code"), row.getLong("times")),
        first,
        last);
    return reasons;
  }
}
