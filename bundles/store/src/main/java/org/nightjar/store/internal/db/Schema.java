package org.nightjar.store.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.store.internal.db.migration.V1FirstSchema;

/** The tables, brought up to date by migrations. */
final class Schema {
  private Schema() {}

  static void migrate(Engine engine, DataSource source) throws NightjarException {
    reachable(engine, source);
    // Flyway finds its own parts through the thread's context class loader.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Flyway.class.getClassLoader());
    try {
      Flyway.configure(Flyway.class.getClassLoader())
          .dataSource(source)
          .locations(new String[0])
          .javaMigrations(new V1FirstSchema())
          .ignoreMigrationPatterns(new String[0])
          .table("schema_history")
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw wrong(
          e,
          engine,
          "the tables are not those of this version of Nightjar",
          "Start the version that wrote them, or name another database or data folder");
    } catch (FlywayException e) {
      throw wrong(e, engine, "the tables cannot be brought up to date", "");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void reachable(Engine engine, DataSource source) throws NightjarException {
    try (Connection connection = source.getConnection()) {
      connection.getMetaData();
    } catch (SQLException e) {
      throw Failures.of(e, engine.place());
    }
  }

  private static NightjarException wrong(
      FlywayException failure, Engine engine, String what, String remedy) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Failures.of(sql, engine.place());
      }
    }
    return new NightjarException(
        Problem.of(
            StandardError.UNAVAILABLE, what + ": " + failure.getMessage(), engine.place(), remedy),
        failure);
  }
}
