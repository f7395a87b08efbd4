package org.nightjar.store.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.store.internal.db.migration.V1FirstSchema;

/** The tables, brought up to date by migrations. */
final class Schema {
  private Schema() {}

  /** Connects without the pool first: that would wait and try again. */
  static void migrate(Engine engine, DataSource source) throws NightjarException {
    // Open throughout, or H2 would close its file in between.
    try (Connection first = engine.source().getConnection()) {
      if (!engine.opening().isEmpty()) {
        try (Statement statement = first.createStatement()) {
          statement.execute(engine.opening());
        }
      }
      upToDate(engine, source);
    } catch (SQLException e) {
      throw Failures.of(e, engine.place());
    }
  }

  private static void upToDate(Engine engine, DataSource source) throws NightjarException {
    // Flyway finds its own parts through the thread's context class loader.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Flyway.class.getClassLoader());
    try {
      Flyway flyway =
          Flyway.configure(Flyway.class.getClassLoader())
              .dataSource(source)
              .locations(new String[0])
              .javaMigrations(new V1FirstSchema())
              .table("schema_history")
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
