package org.nightjar.http;

import java.io.IOException;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers requests to one path. Register it as an OSGi service; it is served while it is
 * registered.
 */
@ConsumerType
public interface Route {
  /** HTTP method, upper case. */
  String method();

  /** Path with {@code :name} for parameters, such as {@code /api/v1/reports/:key}. */
  String path();

  /**
   * Answers a request. Plain blocking code on a platform thread; the caller has shown the token.
   *
   * @throws NightjarException answered as {@code application/problem+json} with a status that fits
   *     its code
   */
  void answer(Exchange exchange) throws NightjarException, IOException, InterruptedException;
}
