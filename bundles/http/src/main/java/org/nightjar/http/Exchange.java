package org.nightjar.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One request and its answer. */
@ProviderType
public interface Exchange {
  /** The value of a {@code :name} in the path; null if the path that was asked for has none. */
  String pathParameter(String name);

  /** The value of a query parameter, the first one if there are several. */
  Optional<String> query(String name);

  /** A header of the request, the first one if there are several; case does not count. */
  Optional<String> header(String name);

  /** The request's body, bounded by the configured size. */
  InputStream body();

  /**
   * Sets a header of the answer, besides its type and length; only before the answer begins.
   *
   * @throws IllegalArgumentException if the value has a line break or the like
   */
  void answerHeader(String name, String value);

  /** Answers with these bytes. */
  void respond(int status, String contentType, byte[] body);

  /**
   * Answers with what will be written; every {@code flush} sends. Writing blocks while the client
   * is slow.
   */
  OutputStream stream(int status, String contentType) throws IOException;

  /** Whether the client has gone. */
  boolean gone();
}
