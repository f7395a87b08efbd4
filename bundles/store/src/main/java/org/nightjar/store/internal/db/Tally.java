package org.nightjar.store.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.nightjar.store.EntryState;

/**
 * Changes of the night's counters within one transaction, written together before it commits. The
 * counters are kept by adding, never by counting rows, so that comparing them with the rows proves
 * something.
 */
public final class Tally {
  private record Line(LocalDate night, String task) implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      int byNight = night.compareTo(other.night);
      return byNight != 0 ? byNight : task.compareTo(other.task);
    }
  }

  private static final String ADD =
      "update account set received = received + ?, pending = pending + ?, reported = reported + ?,"
          + " rejected = rejected + ?, quarantined = quarantined + ?, duplicate = duplicate + ?"
          + " where night = ? and task = ?";
  private static final String BEGIN =
      "insert into account (received, pending, reported, rejected, quarantined, duplicate, night,"
          + " task) values (?, ?, ?, ?, ?, ?, ?, ?)";

  /** Always in the same order, so that two writers cannot lock each other out. */
  private final Map<Line, long[]> changes = new TreeMap<>();

  Tally() {}

  /** Counts a new entry. */
  public void received(LocalDate night, String task, EntryState state) {
    long[] change = change(night, task);
    change[0]++;
    change[column(state)]++;
  }

  /** Counts an entry that goes from one state to another. */
  public void moved(LocalDate night, String task, EntryState from, EntryState to) {
    long[] change = change(night, task);
    change[column(from)]--;
    change[column(to)]++;
  }

  void write(Connection connection) throws SQLException {
    for (Map.Entry<Line, long[]> each : changes.entrySet()) {
      Object[] arguments = arguments(each.getKey(), each.getValue());
      if (Sql.update(connection, ADD, arguments) == 0) {
        Sql.update(connection, BEGIN, arguments);
      }
    }
  }

  private static Object[] arguments(Line line, long[] change) {
    Object[] arguments = new Object[change.length + 2];
    for (int i = 0; i < change.length; i++) {
      arguments[i] = change[i];
    }
    arguments[change.length] = line.night();
    arguments[change.length + 1] = line.task();
    return arguments;
  }

  private long[] change(LocalDate night, String task) {
    return changes.computeIfAbsent(new Line(night, task), line -> new long[6]);
  }

  private static int column(EntryState state) {
    return switch (state) {
      case PENDING -> 1;
      case REPORTED -> 2;
      case REJECTED -> 3;
      case QUARANTINED -> 4;
      case DUPLICATE -> 5;
    };
  }
}
