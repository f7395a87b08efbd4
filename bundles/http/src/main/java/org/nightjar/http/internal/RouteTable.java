package org.nightjar.http.internal;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.http.Route;

/** The routes that are registered, and the router that serves them while there is one. */
final class RouteTable {
  private final Map<Route, List<io.vertx.ext.web.Route>> served = new LinkedHashMap<>();
  private Router router;
  private Function<Route, RouteHandler> handlers;

  synchronized void add(Route route) {
    served.put(route, router == null ? List.of() : serve(route));
  }

  synchronized void remove(Route route) {
    List<io.vertx.ext.web.Route> gone = served.remove(route);
    if (gone != null) {
      gone.forEach(io.vertx.ext.web.Route::remove);
    }
  }

  /** Serves all routes by this router from now on; its first handler asks for the token. */
  synchronized void attach(Router to, Token token, Function<Route, RouteHandler> by) {
    router = to;
    handlers = by;
    to.route().handler(routing -> admit(routing, token));
    to.errorHandler(404, routing -> refuse(routing, 404, "there is no such path"));
    to.errorHandler(405, routing -> refuse(routing, 405, "this path does not take this method"));
    served.replaceAll((route, before) -> serve(route));
  }

  synchronized void detach() {
    router = null;
    served.replaceAll((route, before) -> List.of());
  }

  private List<io.vertx.ext.web.Route> serve(Route route) {
    RouteHandler handler = handlers.apply(route);
    HttpMethod method = HttpMethod.valueOf(route.method());
    return route.paths().stream().map(path -> router.route(method, path).handler(handler)).toList();
  }

  private static void admit(RoutingContext routing, Token token) {
    if (token.shownBy(routing.request().getHeader("Authorization"))) {
      routing.next();
    } else {
      routing.response().putHeader("WWW-Authenticate", "Bearer");
      refuse(routing, 401, "the request shows no valid token");
    }
  }

  private static void refuse(RoutingContext routing, int status, String message) {
    String remedy = status == 401 ? "Send the text of the file token of the data folder." : "";
    StandardError code = status == 404 ? StandardError.NOT_FOUND : StandardError.BAD_ARGUMENT;
    ProblemResponse problem =
        ProblemResponse.of(
            status,
            Problem.of(code, message, status == 401 ? "" : routing.request().path(), remedy));
    routing
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", ProblemResponse.TYPE)
        .end(io.vertx.core.buffer.Buffer.buffer(problem.body()));
  }
}
