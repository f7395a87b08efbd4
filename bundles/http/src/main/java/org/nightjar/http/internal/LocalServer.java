package org.nightjar.http.internal;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.environment.Folders;
import org.nightjar.http.HttpServer;
import org.nightjar.http.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server of one data folder. */
@Component(configurationPid = HttpSettings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HttpSettings.class)
public final class LocalServer implements HttpServer {
  private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);

  private final Vertx vertx;
  private final Folders folders;
  private final RouteTable routes = new RouteTable();
  private HttpSettings settings;
  private Listener listener;

  /** Made by the component runtime; listens only when started. */
  @Activate
  public LocalServer(@Reference Vertx vertx, @Reference Folders folders, HttpSettings settings) {
    this.vertx = vertx;
    this.folders = folders;
    this.settings = settings;
  }

  @Modified
  synchronized void modified(HttpSettings changed) {
    settings = changed;
    if (listener != null) {
      LOG.info("The new settings of http count from the next start");
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addRoute(Route route) {
    routes.add(route);
  }

  void removeRoute(Route route) {
    routes.remove(route);
  }

  @Override
  public synchronized void start() throws NightjarException, InterruptedException {
    if (listener != null) {
      return;
    }
    try {
      if (!InetAddress.getByName(settings.host()).isLoopbackAddress()) {
        LOG.warn("Listening on {}: other machines can reach this server", settings.host());
      }
      Token token = Token.of(folders.data().resolve("token"));
      listener = Listener.open(vertx, settings, token, routes);
      new ServerFile(folders.data()).write(settings.host(), listener.port(), token);
    } catch (UnknownHostException e) {
      throw cannotListen(e, "http.host names an address of this machine, such as 127.0.0.1.");
    } catch (IOException e) {
      stop();
      throw cannotListen(e, "With http.port 0 a free port is taken.");
    }
  }

  private NightjarException cannotListen(IOException cause, String remedy) {
    return NightjarException.of(
        StandardError.UNAVAILABLE,
        "the server cannot listen: " + cause.getMessage(),
        settings.host() + ":" + settings.port(),
        remedy);
  }

  @Override
  public synchronized int port() {
    return listener == null ? 0 : listener.port();
  }

  @Override
  public synchronized URI address() {
    if (listener == null) {
      throw new IllegalStateException("the server does not listen");
    }
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return URI.create("http://" + host + ":" + listener.port());
  }

  @Deactivate
  @Override
  public synchronized void stop() {
    if (listener == null) {
      return;
    }
    try {
      new ServerFile(folders.data()).remove();
    } catch (IOException e) {
      LOG.error("run/server.json cannot be removed", e);
    } finally {
      routes.detach();
      listener.close();
      listener = null;
    }
  }
}
