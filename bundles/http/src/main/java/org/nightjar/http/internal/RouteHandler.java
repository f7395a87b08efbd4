package org.nightjar.http.internal;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.http.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a route on a worker thread and turns what it throws into an answer. */
final class RouteHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);
  private static final int TOO_LARGE = 413;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Route route;
  private final Executor workers;
  private final long mostBytes;

  RouteHandler(Route route, Executor workers, long mostBytes) {
    this.route = route;
    this.workers = workers;
    this.mostBytes = mostBytes;
  }

  @Override
  public void handle(RoutingContext routing) {
    Context context = Vertx.currentContext();
    VertxExchange exchange = new VertxExchange(routing, context, mostBytes);
    if (declaredLength(routing) > mostBytes) {
      tooLarge(exchange);
      return;
    }
    try {
      workers.execute(() -> answer(exchange));
    } catch (RejectedExecutionException e) {
      refuse(
          exchange,
          Problem.of(StandardError.UNAVAILABLE, "too many requests at once", "", "Try again."));
    }
  }

  private static long declaredLength(RoutingContext routing) {
    String length = routing.request().getHeader("Content-Length");
    return length == null ? 0 : Long.parseLong(length); // Netty has refused what is no number
  }

  private void answer(VertxExchange exchange) {
    try {
      route.answer(exchange);
      if (!exchange.answered()) {
        throw new IllegalStateException("the route gave no answer");
      }
      exchange.finish();
    } catch (NightjarException e) {
      if (!exchange.answered()) {
        e.retryAfter().ifPresent(delay -> exchange.answerHeader("Retry-After", seconds(delay)));
      }
      refuse(exchange, e.problem());
    } catch (RequestBody.TooLarge e) {
      tooLarge(exchange);
    } catch (IOException e) {
      if (exchange.gone()) {
        LOG.debug("The client of {} has gone", route.path(), e);
      } else {
        failed(exchange, e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      refuse(
          exchange,
          Problem.of(StandardError.UNAVAILABLE, "the server stops", "", "Try again later."));
    } catch (RuntimeException | Error e) {
      failed(exchange, e);
    }
  }

  /** Whole seconds, all that the header knows, and none too few. */
  private static String seconds(Duration delay) {
    return Long.toString(Math.max(0, delay.plusNanos(NANOS_PER_SECOND - 1).toSeconds()));
  }

  private void failed(VertxExchange exchange, Throwable e) {
    LOG.error("{} {} failed", route.method(), route.path(), e);
    refuse(
        exchange,
        Problem.of(
            StandardError.INTERNAL,
            "the request failed",
            route.path(),
            "The log in the data folder says why."));
  }

  private void tooLarge(VertxExchange exchange) {
    refuse(
        exchange,
        ProblemResponse.of(
            TOO_LARGE,
            Problem.of(
                StandardError.TOO_LARGE,
                "the request's body has more than " + mostBytes + " bytes",
                "",
                "Send less, or raise http.maxBodyMegabytes.")));
  }

  private static void refuse(VertxExchange exchange, Problem problem) {
    refuse(exchange, ProblemResponse.of(problem));
  }

  private static void refuse(VertxExchange exchange, ProblemResponse response) {
    if (exchange.answered()) {
      exchange.abandon();
    } else {
      exchange.respond(response.status(), ProblemResponse.TYPE, response.body());
    }
  }
}
