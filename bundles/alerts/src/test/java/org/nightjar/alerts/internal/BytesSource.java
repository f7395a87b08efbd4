package org.nightjar.alerts.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.nightjar.api.reader.Source;

/** Bytes in memory as a source. */
final class BytesSource implements Source {
  private final byte[] bytes;

  BytesSource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public URI uri() {
    return URI.create("memory:packet");
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public int read(long position, ByteBuffer target) {
    int count = (int) Math.max(0, Math.min(target.remaining(), bytes.length - position));
    target.put(bytes, (int) Math.min(position, bytes.length), count);
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
