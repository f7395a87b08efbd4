package org.nightjar.http;

import java.io.IOException;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers requests to one path, or a few. Register it as an OSGi service; it is served while it is
 * registered.
 */
@ConsumerType
public interface Route {
  /** HTTP method, upper case. */
  String method();

  /** Path with {@code :name} for parameters, such as {@code /api/v1/reports/:key}. */
  String path();

  /** All paths that it answers. */
  default List<String> paths() {
    return List.of(path());
  }

  /**
   * Answers a request. Plain blocking code on a platform thread; the caller has shown the token.
   *
   * @throws NightjarException answered as {@code application/problem+json} with a status that fits
   *     its code, and {@code Retry-After} if it says when
   */
  void answer(Exchange exchange) throws NightjarException, IOException, InterruptedException;
}
