package org.nightjar.store.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.nightjar.api.error.NightjarException;

class PostgresStoreTest extends StoreContract {
  private static EmbeddedPostgres server;
  private String database;

  @BeforeAll
  static void startServer() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  @Override
  void openStore() throws NightjarException {
    database = "nightjar" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    super.openStore();
  }

  @Override
  OpenStore open(Path folder) throws NightjarException {
    return new OpenStore(
        folder, "jdbc:postgresql://localhost:" + server.getPort() + "/" + database, "postgres");
  }
}
