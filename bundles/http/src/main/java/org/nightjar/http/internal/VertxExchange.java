package org.nightjar.http.internal;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.nightjar.http.Exchange;

/** One request over Vert.x. Created on the event loop, used by one worker thread. */
final class VertxExchange implements Exchange {
  private final RoutingContext routing;
  private final Context context;
  private final RequestBody body;
  private volatile boolean gone;
  private ResponseStream stream;
  private boolean answered;

  VertxExchange(RoutingContext routing, Context context, long mostBytes) {
    this.routing = routing;
    this.context = context;
    this.body = new RequestBody(routing.request(), context, mostBytes);
    routing.response().closeHandler(closed -> gone = true);
    routing.response().exceptionHandler(failure -> gone = true);
  }

  @Override
  public String pathParameter(String name) {
    return routing.pathParam(name);
  }

  @Override
  public Optional<String> query(String name) {
    return routing.queryParam(name).stream().findFirst();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(routing.request().getHeader(name));
  }

  @Override
  public void answerHeader(String name, String value) {
    if (answered) {
      throw new IllegalStateException("the request has been answered");
    }
    routing.response().putHeader(name, value);
  }

  @Override
  public InputStream body() {
    return body;
  }

  @Override
  public void respond(int status, String contentType, byte[] content) {
    begin();
    HttpServerResponse response = routing.response();
    context.runOnContext(
        go -> {
          if (!response.closed()) {
            response.setStatusCode(status).putHeader("Content-Type", contentType);
            response.end(Buffer.buffer(content));
          }
        });
    body.close();
  }

  @Override
  public OutputStream stream(int status, String contentType) throws IOException {
    begin();
    HttpServerResponse response = routing.response();
    response.setStatusCode(status).putHeader("Content-Type", contentType).setChunked(true);
    stream = new ResponseStream(response, context, () -> gone = true);
    return stream;
  }

  private void begin() {
    if (answered) {
      throw new IllegalStateException("the request has been answered");
    }
    answered = true;
  }

  @Override
  public boolean gone() {
    return gone;
  }

  /** Whether an answer has begun. */
  boolean answered() {
    return answered;
  }

  /** Ends a streamed answer, if its route has not. */
  void finish() throws IOException {
    if (stream != null) {
      stream.close();
      body.close();
    }
  }

  /** Breaks the connection: the only way to tell that a streamed answer is not whole. */
  void abandon() {
    context.runOnContext(go -> routing.request().connection().close());
  }
}
