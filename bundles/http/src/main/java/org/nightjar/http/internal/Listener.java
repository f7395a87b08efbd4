package org.nightjar.http.internal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open port, with the threads behind it. */
final class Listener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int MOST_REQUESTS = 64;
  private static final int IDLE_THREAD_SECONDS = 30;
  private static final int LISTEN_SECONDS = 10;

  /** How long requests under way may take when the server stops. */
  private static final int GRACE_SECONDS = 3;

  private static final int CLOSE_SECONDS = 5;
  private static final long MEBIBYTE = 1 << 20;

  private final ExecutorService workers;
  private HttpServer server;

  private Listener() {
    this.workers =
        new ThreadPoolExecutor(
            0,
            MOST_REQUESTS,
            IDLE_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            named());
  }

  private static ThreadFactory named() {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "nightjar-http-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Listens. */
  static Listener open(Vertx vertx, HttpSettings settings, Token token, RouteTable routes)
      throws IOException, InterruptedException {
    Listener listener = new Listener();
    try {
      Router router = Router.router(vertx);
      long mostBytes = settings.maxBodyMegabytes() * MEBIBYTE;
      routes.attach(router, token, route -> new RouteHandler(route, listener.workers, mostBytes));
      HttpServerOptions options =
          new HttpServerOptions()
              .setHost(settings.host())
              .setPort(settings.port())
              .setHandle100ContinueAutomatically(true);
      Future<HttpServer> listening =
          vertx.createHttpServer(options).requestHandler(router).listen();
      listener.server = await(listening, LISTEN_SECONDS);
      return listener;
    } catch (IOException | InterruptedException e) {
      routes.detach();
      listener.close();
      throw e;
    }
  }

  int port() {
    return server.actualPort();
  }

  /** Stops listening, lets requests under way finish for a while, then breaks them off. */
  @Override
  public void close() {
    try {
      if (server != null) {
        await(server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS), GRACE_SECONDS + CLOSE_SECONDS);
      }
    } catch (IOException e) {
      LOG.warn("The server did not close its connections", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.shutdownNow();
  }

  private static <T> T await(Future<T> future, int seconds)
      throws IOException, InterruptedException {
    try {
      return future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + seconds + " s", e);
    }
  }
}
