package org.nightjar.store.internal.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;

/** Statements with arguments, closed when done. */
public final class Sql {
  private Sql() {}

  /** Changes rows and says how many. */
  public static int update(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    }
  }

  /** Adds a row and gives the number it got. */
  public static long insert(Connection connection, String sql, Object... arguments)
      throws SQLException {
    return insertAll(connection, sql, List.<Object[]>of(arguments)).get(0);
  }

  /** Adds rows in one batch and gives the numbers they got, in the same order. */
  public static List<Long> insertAll(Connection connection, String sql, List<Object[]> rows)
      throws SQLException {
    List<Long> numbers = new ArrayList<>(rows.size());
    try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
      addAll(statement, rows);
      try (ResultSet keys = statement.getGeneratedKeys()) {
        while (keys.next()) {
          numbers.add(keys.getLong(1));
        }
      }
    }
    return numbers;
  }

  /** Runs one statement with many sets of arguments. */
  public static void batch(Connection connection, String sql, List<Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      addAll(statement, rows);
    }
  }

  /** All rows of a query. */
  public static <T> List<T> list(
      Connection connection, String sql, RowReader<T> reader, Object... arguments)
      throws SQLException, NightjarException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  /** The first row of a query. */
  public static <T> Optional<T> first(
      Connection connection, String sql, RowReader<T> reader, Object... arguments)
      throws SQLException, NightjarException {
    return list(connection, sql, reader, arguments).stream().findFirst();
  }

  /** A time, if there is one. */
  public static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static void addAll(PreparedStatement statement, List<Object[]> rows) throws SQLException {
    for (Object[] row : rows) {
      bind(statement, row);
      statement.addBatch();
    }
    statement.executeBatch();
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Optional<?> optional) {
      bind(statement, index, optional.orElse(null));
    } else if (value instanceof Instant instant) {
      statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    } else if (value instanceof Enum<?> constant) {
      statement.setString(index, constant.name());
    } else if (value == null) {
      statement.setNull(index, Types.NULL);
    } else {
      statement.setObject(index, value);
    }
  }
}
