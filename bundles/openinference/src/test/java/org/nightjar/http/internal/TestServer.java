package org.nightjar.http.internal;

import io.vertx.core.Vertx;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.nightjar.environment.Folders;
import org.nightjar.http.Route;

/** The real server, for routes of other bundles; its own package alone can make one. */
public final class TestServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final LocalServer server;
  private final Path data;

  private record OneMegabyte(String host, int port, int maxBodyMegabytes) implements HttpSettings {
    @Override
    public Class<? extends Annotation> annotationType() {
      return HttpSettings.class;
    }
  }

  /** Listens on a free port with a body size of 1 MiB. */
  public TestServer(Path data, Route... routes) throws Exception {
    this.data = data;
    this.server =
        new LocalServer(vertx, new Folders(data, data), new OneMegabyte("127.0.0.1", 0, 1));
    for (Route route : routes) {
      server.addRoute(route);
    }
    server.start();
  }

  /** Where it listens. */
  public URI address() {
    return server.address();
  }

  /** What a request has to show. */
  public String token() throws Exception {
    return Files.readString(data.resolve("token"));
  }

  @Override
  public void close() throws Exception {
    server.stop();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
