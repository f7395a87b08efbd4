package org.nightjar.intake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.nightjar.api.reader.Source;

/** The bytes of a local file, opened once. */
final class FileSource implements Source, AutoCloseable {
  private final URI uri;
  private final Path path;
  private final FileChannel channel;

  FileSource(URI uri, Path path) throws IOException {
    this.uri = uri;
    this.path = path;
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public long length() throws IOException {
    return channel.size();
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    int total = 0;
    while (target.hasRemaining()) {
      int read = channel.read(target, position + total);
      if (read < 0) {
        break;
      }
      total += read;
    }
    return total;
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public Optional<Path> path() {
    return Optional.of(path);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
