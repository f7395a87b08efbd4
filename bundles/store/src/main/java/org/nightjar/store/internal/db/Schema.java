package org.nightjar.store.internal.db;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.migration.JavaMigration;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.store.internal.db.migration.V1FirstSchema;
import org.nightjar.store.internal.db.migration.V2Deliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables, brought up to date by migrations. */
final class Schema {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
  private static final List<JavaMigration> MIGRATIONS =
      List.of(new V1FirstSchema(), new V2Deliveries());
  private static final String HISTORY = "schema_history";

  private Schema() {}

  /** Brings the tables up to date; a pool that has not connected yet has done so afterwards. */
  static void migrate(Engine engine, DataSource pool) throws NightjarException {
    // Without the pool, which would wait and try again where no database answers.
    try (Connection connection = engine.source().getConnection()) {
      if (!engine.opening().isEmpty()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(engine.opening());
        }
      }
      // Flyway takes a third of the start to find out that nothing is to be done. Whatever else
      // stands there than what was expected is for Flyway to judge.
      if (!upToDate(connection)) {
        flyway(engine, pool);
      }
      // The embedded database closes with its last connection, and opening it again takes time.
      pool.getConnection().close();
    } catch (SQLException e) {
      throw Failures.of(e, engine.place());
    }
  }

  private static void flyway(Engine engine, DataSource source) throws NightjarException {
    // Flyway finds its own parts through the thread's context class loader.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Flyway.class.getClassLoader());
    try {
      Flyway flyway =
          Flyway.configure(Flyway.class.getClassLoader())
              .dataSource(source)
              .locations(new String[0])
              .javaMigrations(MIGRATIONS.toArray(JavaMigration[]::new))
              .table(HISTORY)
              .load();
      refuseNewer(engine, flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw wrong(e, engine);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Left to itself, Flyway would go on with tables of a version that it does not know. */
  private static void refuseNewer(Engine engine, Flyway flyway) throws NightjarException {
    for (MigrationInfo applied : flyway.info().applied()) {
      if (!applied.getState().isResolved()) {
        throw NightjarException.of(
            StandardError.UNAVAILABLE,
            "the tables were written by a newer version of Nightjar ("
                + applied.getDescription()
                + ")",
            engine.place(),
            "Start that version, or name another database or data folder");
      }
    }
  }

  /** Whether exactly the known migrations have been applied, as they are now. */
  static boolean upToDate(Connection connection) {
    Map<String, Integer> known =
        MIGRATIONS.stream()
            .collect(toMap(m -> m.getVersion().getVersion(), JavaMigration::getChecksum));
    return applied(connection).equals(known);
  }

  /** Checksums by version; none if there is no history or a migration failed. */
  private static Map<String, Integer> applied(Connection connection) {
    Map<String, Integer> applied = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select \"version\", \"checksum\", \"success\" from \""
                    + HISTORY
                    + "\" where \"version\" is not null")) {
      while (rows.next()) {
        if (!rows.getBoolean(3)) {
          return Map.of();
        }
        applied.put(rows.getString(1), rows.getInt(2));
      }
      return applied;
    } catch (SQLException e) {
      LOG.debug("There is no history of the tables yet", e);
      return Map.of();
    }
  }

  private static NightjarException wrong(FlywayException failure, Engine engine) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Failures.of(sql, engine.place());
      }
    }
    return new NightjarException(
        Problem.of(
            StandardError.UNAVAILABLE,
            "the tables are not those of this version of Nightjar: " + failure.getMessage(),
            engine.place(),
            "Start the version that wrote them, or name another database or data folder"),
        failure);
  }
}
