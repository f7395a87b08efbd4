package org.nightjar.dispatch.internal.product;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.nightjar.api.reader.Source;

/**
 * A local file as a source. Java closes a channel when a thread that reads from it is interrupted;
 * since several tasks share the file, it is then opened again for the others.
 */
final class FileSource implements Source, AutoCloseable {
  private final Path path;
  private final long length;
  private final FileTime modified;
  private FileChannel channel;
  private boolean closed;

  FileSource(Path path) throws IOException {
    this.path = path;
    this.channel = FileChannel.open(path, StandardOpenOption.READ);
    this.length = channel.size();
    this.modified = Files.getLastModifiedTime(path);
  }

  /** Whether the file still looks as it did when it was opened. */
  boolean unchanged() {
    try {
      return Files.size(path) == length && Files.getLastModifiedTime(path).equals(modified);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public URI uri() {
    return path.toUri();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    int total = 0;
    while (target.hasRemaining()) {
      int read = readOnce(position + total, target);
      if (read < 0) {
        return total;
      }
      total += read;
    }
    return total;
  }

  private int readOnce(long position, ByteBuffer target) throws IOException {
    while (true) {
      FileChannel current = channel();
      try {
        return current.read(target, position);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (ClosedChannelException e) {
        reopen(current, e);
      }
    }
  }

  private synchronized FileChannel channel() {
    return channel;
  }

  private synchronized void reopen(FileChannel broken, ClosedChannelException cause)
      throws IOException {
    if (closed) {
      throw cause;
    }
    if (channel == broken) {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    }
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
  public synchronized void close() throws IOException {
    closed = true;
    channel.close();
  }
}
