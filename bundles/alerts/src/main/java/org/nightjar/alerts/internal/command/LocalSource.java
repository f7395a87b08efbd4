package org.nightjar.alerts.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.Source;

/**
 * A local file, named on the command line.
 *
 * @param file its path
 */
record LocalSource(Path file) implements Source {
  /**
   * The file at this path.
   *
   * @throws NightjarException NOT_FOUND if there is none to read
   */
  static LocalSource of(Path file) throws NightjarException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw NightjarException.of(
          StandardError.NOT_FOUND,
          "no such file, or not readable",
          file.toString(),
          "Check the path");
    }
    return new LocalSource(file);
  }

  @Override
  public URI uri() {
    return file.toUri();
  }

  @Override
  public long length() throws IOException {
    return Files.size(file);
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      int total = 0;
      while (target.hasRemaining()) {
        int count = channel.read(target, position + total);
        if (count < 0) {
          break;
        }
        total += count;
      }
      return total;
    }
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public Optional<Path> path() {
    return Optional.of(file);
  }
}
