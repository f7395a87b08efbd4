package org.nightjar.store.internal.ledger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.feed.Receipt;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.ProductRef;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ProblemJson;
import org.nightjar.store.internal.db.Sql;

/** Arrivals as rows. */
final class Arrivals {
  /**
   * An arrival.
   *
   * @param number its number
   * @param night the night of what could not be recognised
   * @param urgency order of service
   * @param products how many of its products are entered
   * @param complete whether all are
   * @param problem why some never will be
   */
  record Arrival(
      long number,
      LocalDate night,
      Priority urgency,
      int products,
      boolean complete,
      Optional<Problem> problem) {}

  private static final String COLUMNS =
      "select id, night, priority, products, complete, problem from arrival";

  private Arrivals() {}

  static Optional<Arrival> find(Connection connection, String feed, String key)
      throws SQLException, NightjarException {
    return Sql.first(
        connection,
        COLUMNS + " where feed = ? and key_sha256 = ?",
        Arrivals::arrival,
        feed,
        sha256(key));
  }

  static Arrival get(Connection connection, long number) throws SQLException, NightjarException {
    return Sql.first(connection, COLUMNS + " where id = ?", Arrivals::arrival, number)
        .orElseThrow(() -> new IllegalArgumentException("no arrival " + number));
  }

  static long insert(Connection connection, Submission submission, LocalDate night)
      throws SQLException {
    return Sql.insert(
        connection,
        "insert into arrival (feed, key_sha256, arrival_key, uri, night, tasks, priority, deadline,"
            + " received, products, complete) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false)",
        submission.feed(),
        submission.key().map(Arrivals::sha256),
        submission.key(),
        submission.uri().toString(),
        night,
        String.join(",", submission.tasks()),
        submission.priority(),
        submission.deadline(),
        Instant.now());
  }

  static void entered(Connection connection, long number, int products) throws SQLException {
    Sql.update(connection, "update arrival set products = ? where id = ?", products, number);
  }

  static void complete(Connection connection, long number, Optional<Problem> problem)
      throws SQLException {
    Sql.update(
        connection,
        "update arrival set complete = true, problem = ? where id = ?",
        problem.map(each -> JsonLine.write(ProblemJson.write(each))),
        number);
  }

  static Receipt receipt(Connection connection, Arrival arrival, boolean again)
      throws SQLException, NightjarException {
    List<ProductRef> products =
        Sql.list(
            connection,
            "select " + ProductRows.COLUMNS + " from product p where arrival = ? order by place",
            ProductRows::ref,
            arrival.number());
    return new Receipt(arrival.number(), again, products, arrival.problem());
  }

  static Submission submission(ResultSet row) throws SQLException {
    String tasks = row.getString("tasks");
    return new Submission(
        URI.create(row.getString("uri")),
        row.getString("feed"),
        Optional.ofNullable(row.getString("arrival_key")),
        tasks.isEmpty() ? Set.of() : Set.of(tasks.split(",", -1)),
        Priority.valueOf(row.getString("priority")),
        Sql.time(row, "deadline"));
  }

  /** A problem as it stands in a column. */
  static Optional<Problem> problem(String json) throws NightjarException {
    return json == null
        ? Optional.empty()
        : Optional.of(ProblemJson.read(JsonLine.read(json, "problem")));
  }

  private static Arrival arrival(ResultSet row) throws SQLException, NightjarException {
    return new Arrival(
        row.getLong("id"),
        row.getObject("night", LocalDate.class),
        Priority.valueOf(row.getString("priority")),
        row.getInt("products"),
        row.getBoolean("complete"),
        problem(row.getString("problem")));
  }

  /** Keys may be longer than an index takes. */
  private static String sha256(String key) {
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
