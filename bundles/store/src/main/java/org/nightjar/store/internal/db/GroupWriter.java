package org.nightjar.store.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.bus.Bus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Whatever waits when it comes round goes into one transaction, so that
 * many callers share one commit and one sync of the disk. If any of them fails, all is rolled back
 * and each is tried alone.
 */
final class GroupWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
  private static final int LARGEST_GROUP = 256;
  private static final int WAITING = 1024;

  /** Somebody who waits for a piece of work. */
  private static final class Request<T> {
    private final Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private T result;

    Request(Work<T> work) {
      this.work = work;
    }

    void run(Transaction transaction) throws SQLException, NightjarException {
      result = work.run(transaction);
    }

    void succeed() {
      answer.complete(result);
    }
  }

  private final DataSource source;
  private final Bus bus;
  private final Function<SQLException, NightjarException> failures;
  private final String sync;
  private final BlockingQueue<Request<?>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Request<Void> end = new Request<>(transaction -> null);
  private volatile boolean ended;

  /**
   * @param failures what a failed statement means
   * @param sync statement that brings what was committed to the disk; empty if a commit does
   */
  GroupWriter(
      DataSource source, Bus bus, Function<SQLException, NightjarException> failures, String sync) {
    this.source = source;
    this.bus = bus;
    this.failures = failures;
    this.sync = sync;
    new Thread(this::serve, "nightjar-store-writer").start();
  }

  /** Completes when the work is on disk, after its events were told. */
  <T> CompletableFuture<T> write(Work<T> work) {
    Request<T> request = new Request<>(work);
    put(request);
    if (ended) {
      refuseWaiting();
    }
    return request.answer;
  }

  private void put(Request<?> request) {
    boolean interrupted = false;
    boolean accepted = false;
    while (!accepted) {
      try {
        waiting.put(request);
        accepted = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    List<Request<?>> group = new ArrayList<>();
    while (!group.contains(end)) {
      group.clear();
      try {
        group.add(waiting.take());
        waiting.drainTo(group, LARGEST_GROUP - 1);
        together(List.copyOf(group));
      } catch (InterruptedException e) {
        LOG.warn("Somebody interrupted the store's writer; it goes on until it is closed");
      }
    }
    ended = true;
    refuseWaiting();
  }

  private void refuseWaiting() {
    for (Request<?> late = waiting.poll(); late != null; late = waiting.poll()) {
      late.answer.completeExceptionally(
          NightjarException.of(StandardError.UNAVAILABLE, "the store has stopped", "", ""));
    }
  }

  private void together(List<Request<?>> group) {
    Transaction done;
    try {
      done = commit(group);
    } catch (SQLException e) {
      failed(group, failures.apply(e));
      return;
    } catch (NightjarException | RuntimeException | Error e) {
      failed(group, e);
      return;
    }
    try {
      done.tellAll(bus);
    } catch (RuntimeException e) {
      LOG.error("What was committed could not be told on the bus; the rows are safe", e);
    }
    group.forEach(Request::succeed);
  }

  private void failed(List<Request<?>> group, Throwable why) {
    boolean everybody =
        why instanceof Error
            || (why instanceof NightjarException known
                && known.problem().category() == Category.RESOURCE);
    if (everybody || group.size() == 1) {
      group.forEach(request -> request.answer.completeExceptionally(why));
    } else {
      group.forEach(request -> together(List.of(request)));
    }
  }

  private Transaction commit(List<Request<?>> group) throws SQLException, NightjarException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Transaction transaction = new Transaction(connection);
        for (Request<?> request : group) {
          request.run(transaction);
        }
        transaction.flush();
        connection.commit();
        toDisk(connection);
        return transaction;
      } catch (SQLException | NightjarException | RuntimeException | Error e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  private void toDisk(Connection connection) throws SQLException {
    if (!sync.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sync);
      }
    }
  }

  private static void rollback(Connection connection, Throwable why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  /** Does what waits, then ends. */
  @Override
  public void close() {
    put(end);
    end.answer.exceptionally(failure -> null).join();
  }
}
