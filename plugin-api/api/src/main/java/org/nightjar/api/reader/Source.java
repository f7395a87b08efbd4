package org.nightjar.api.reader;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Bytes that may hold products. Safe for use by several threads. */
@ProviderType
public interface Source {
  /**
   * The bytes of a local file, as they are at the time of each call. Nothing stays open.
   *
   * @throws IOException if there is no such file ({@link java.nio.file.NoSuchFileException}), it is
   *     not a regular file, or it may not be read
   */
  static Source ofFile(Path file) throws IOException {
    return FileSource.of(file);
  }

  /** Where the bytes are. */
  URI uri();

  /** How many there are. */
  long length() throws IOException;

  /**
   * Reads bytes at a position without moving anything.
   *
   * @return how many bytes were put into the target; fewer than asked for only at the end
   */
  int read(long position, ByteBuffer target) throws IOException;

  /** All bytes from the first on. The caller closes the stream. */
  InputStream open() throws IOException;

  /** The local file behind the bytes, where there is one, for memory mapping. */
  Optional<Path> path();
}
