package org.nightjar.store.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.bus.Bus;
import org.nightjar.environment.Folders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database. All statements run on its own threads: callers may be interrupted at any time,
 * and an interrupt in the middle of file access would close H2's file for everybody.
 */
@Component(
    service = Database.class,
    configurationPid = "org.nightjar.store",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StoreSettings.class)
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final long MILLIS_TO_CONNECT = 10_000;

  private final String place;
  private final HikariDataSource pool;
  private final ExecutorService readers;
  private final GroupWriter writer;

  /** Opens the database and brings its schema up to date. */
  @Activate
  public Database(@Reference Folders folders, @Reference Bus bus, StoreSettings settings)
      throws NightjarException {
    try {
      Engine engine = Engine.of(settings, folders.data());
      place = engine.place();
      pool = pool(engine, settings.connections() + 1);
      writer = new GroupWriter(pool, bus, this::failure, engine.sync());
      readers = Executors.newFixedThreadPool(settings.connections(), named());
    } catch (NightjarException e) {
      LOG.error("The store does not open: {}", e.problem());
      throw e;
    }
    LOG.info("Store open at {}", place);
  }

  /** Where it is, for messages. */
  public String place() {
    return place;
  }

  /** Reads what is committed. */
  public <T> T read(Query<T> query) throws NightjarException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      readers.execute(() -> answer(query, answer));
    } catch (RejectedExecutionException e) {
      throw new NightjarException(
          Problem.of(StandardError.UNAVAILABLE, "the store has stopped", place, ""), e);
    }
    return await(answer);
  }

  private <T> void answer(Query<T> query, CompletableFuture<T> answer) {
    try (Connection connection = pool.getConnection()) {
      answer.complete(query.run(connection));
    } catch (SQLException e) {
      answer.completeExceptionally(failure(e));
    } catch (NightjarException | RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  /**
   * What a failed statement means. H2 closes the database under its open connections when the disk
   * is full, and a statement on one of them may then run for ever: all are let go at once, and the
   * next one opens the database again.
   */
  private NightjarException failure(SQLException e) {
    if (Failures.endsConnections(e) && !pool.isClosed()) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return Failures.of(e, place);
  }

  /** Reads several times, and sees all of it as it was at one moment. */
  public <T> T readAtOneMoment(Query<T> query) throws NightjarException {
    return read(
        connection -> {
          connection.setAutoCommit(false);
          connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
          try {
            return query.run(connection);
          } finally {
            connection.rollback();
          }
        });
  }

  /** Writes in a transaction; it is on disk and was told when this returns. */
  public <T> T write(Work<T> work) throws NightjarException {
    return await(writer.write(work));
  }

  /** Writes what waits and closes the database. */
  @Deactivate
  @Override
  public void close() {
    writer.close();
    readers.shutdown();
    pool.close();
    LOG.info("Store closed");
  }

  private static HikariDataSource pool(Engine engine, int connections) throws NightjarException {
    HikariConfig config = new HikariConfig();
    config.setPoolName("nightjar-store");
    config.setDataSource(engine.source());
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(MILLIS_TO_CONNECT);
    config.setInitializationFailTimeout(-1);
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Schema.migrate(engine, pool);
      return pool;
    } catch (NightjarException | RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static <T> T await(CompletableFuture<T> answer) throws NightjarException {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof NightjarException known) {
        throw new NightjarException(known.problem(), known);
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException defect) {
        defect.addSuppressed(e);
        throw defect;
      }
      throw e;
    }
  }

  private static ThreadFactory named() {
    AtomicInteger number = new AtomicInteger();
    return work -> new Thread(work, "nightjar-store-reader-" + number.incrementAndGet());
  }
}
