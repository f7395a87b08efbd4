package org.nightjar.bus.internal;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one Vert.x of the process. */
final class EventLoops implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoops.class);
  private static final int WORKERS = 4;

  /** Handlers only pass work on, and answers of HTTP are small: more loops would idle. */
  private static final int MOST_LOOPS = 4;

  private static final long CLOSE_AT_MOST_SECONDS = 10;

  private final Vertx vertx;

  private EventLoops(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Starts Vert.x.
   *
   * @param cache folder for files that Vert.x unpacks
   */
  static EventLoops start(Path cache) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Vert.x finds its parts through this loader, and must never remember another bundle's.
    thread.setContextClassLoader(Vertx.class.getClassLoader());
    try {
      return new EventLoops(
          Vertx.vertx(
              new VertxOptions()
                  .setDisableTCCL(true)
                  .setEventLoopPoolSize(loops(Runtime.getRuntime().availableProcessors()))
                  .setWorkerPoolSize(WORKERS)
                  .setFileSystemOptions(
                      new FileSystemOptions()
                          .setClassPathResolvingEnabled(false)
                          .setFileCacheDir(cache.toString()))));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static int loops(int processors) {
    return Math.max(2, Math.min(MOST_LOOPS, processors));
  }

  Vertx vertx() {
    return vertx;
  }

  /** Ends the event loops; bounded, because a connection that does not close must not hold us. */
  @Override
  public void close() {
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(CLOSE_AT_MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Vert.x did not close cleanly", e);
    }
  }
}
