package org.nightjar.store.internal.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Which database, and what durability takes there.
 *
 * @param source gives connections
 * @param place what to call it in messages; without the password
 * @param opening statement for the whole database, once at the start; may be empty
 * @param sync statement that brings commits to the disk; empty if the commit itself does
 */
record Engine(DataSource source, String place, String opening, String sync) {
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** Text up to this length stays in its row: nearly every report then is one write, not two. */
  private static final String SHORT_TEXT_IN_ROWS = "set max_length_inplace_lob 65536";

  private static final int SECONDS_TO_CONNECT = 5;
  private static final int SECONDS_TO_ANSWER = 120;

  static Engine of(StoreSettings settings, Path data) throws NightjarException {
    String url = settings.url().strip();
    if (url.isEmpty()) {
      return embedded(data.resolve("store"));
    }
    if (url.startsWith(POSTGRESQL)) {
      return postgresql(url, settings);
    }
    throw NightjarException.of(
        StandardError.BAD_CONFIGURATION,
        "'" + url + "' is not a database that Nightjar can use",
        "store.url",
        "Leave it empty for the embedded database, or write " + POSTGRESQL + "//HOST/DATABASE");
  }

  /**
   * WRITE_DELAY 0 writes every commit to the file before it returns: safe against the death of the
   * process. CHECKPOINT SYNC, once per group of commits, makes it safe against the machine's too.
   */
  private static Engine embedded(Path folder) throws NightjarException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.DISK_FULL,
              "the store's folder cannot be made: " + e,
              folder.toString(),
              "Make the data folder writable, or name another one with --data"),
          e);
    }
    Path file = folder.resolve("nightjar");
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:"
            + file.toAbsolutePath().toString().replace(";", "\\;")
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64;LOCK_TIMEOUT=10000");
    source.setUser("nightjar");
    source.setPassword("");
    return new Engine(source, file + ".mv.db", SHORT_TEXT_IN_ROWS, "checkpoint sync");
  }

  private static Engine postgresql(String url, StoreSettings settings) throws NightjarException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setURL(url);
    } catch (IllegalArgumentException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.BAD_CONFIGURATION,
              "not a PostgreSQL URL",
              "store.url",
              "Write " + POSTGRESQL + "//HOST:PORT/DATABASE"),
          e);
    }
    if (!settings.user().isEmpty()) {
      source.setUser(settings.user());
      source.setPassword(settings.password());
    }
    source.setConnectTimeout(SECONDS_TO_CONNECT);
    source.setSocketTimeout(SECONDS_TO_ANSWER);
    source.setTcpKeepAlive(true);
    source.setApplicationName("nightjar");
    String place = String.join(",", source.getServerNames()) + "/" + source.getDatabaseName();
    return new Engine(source, "postgresql://" + place, "", "");
  }
}
