package org.nightjar.http;

import java.net.URI;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ProviderType;

/** The server. It opens no port until it is started: a plain command needs none. */
@ProviderType
public interface HttpServer {
  /**
   * Listens, and writes {@code run/server.json} into the data folder. Does nothing if it listens
   * already.
   *
   * @throws NightjarException UNAVAILABLE if it cannot listen there
   */
  void start() throws NightjarException, InterruptedException;

  /** The port it listens on; 0 while it does not. */
  int port();

  /**
   * Where it listens, for people and clients on this machine.
   *
   * @throws IllegalStateException while it does not listen
   */
  URI address();

  /**
   * Takes no more requests, waits a few seconds for those under way, then closes their connections.
   * Does nothing if it does not listen.
   */
  void stop();
}
