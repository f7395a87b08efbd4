package org.nightjar.testkit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.nightjar.api.reader.Source;
import org.osgi.annotation.versioning.ProviderType;

/** Bytes in memory as a source; the array is not copied and must not be changed. */
@ProviderType
public final class InMemorySource implements Source {
  private final URI uri;
  private final byte[] bytes;

  private InMemorySource(URI uri, byte[] bytes) {
    this.uri = uri;
    this.bytes = bytes;
  }

  /** These bytes, under a name that error messages will show. */
  public static InMemorySource of(String name, byte[] bytes) {
    return new InMemorySource(URI.create("memory:" + name.replace(' ', '_')), bytes);
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public int read(long position, ByteBuffer target) {
    int from = (int) Math.min(position, bytes.length);
    int count = Math.min(target.remaining(), bytes.length - from);
    target.put(bytes, from, count);
    return count;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public Optional<Path> path() {
    return Optional.empty();
  }
}
