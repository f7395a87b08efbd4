package org.nightjar.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One request and its answer. */
@ProviderType
public interface Exchange {
  /** The value of a {@code :name} in the path. */
  String pathParameter(String name);

  /** The value of a query parameter, the first one if there are several. */
  Optional<String> query(String name);

  /** The request's body, bounded by the configured size. */
  InputStream body();

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
