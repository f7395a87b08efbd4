package org.nightjar.api.reader;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The bytes of a local file. Java closes a channel when a thread that reads from it is interrupted,
 * so each read has a channel of its own: readers take large pieces, and opening costs microseconds.
 *
 * @param file its path
 */
record FileSource(Path file) implements Source {
  static FileSource of(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "not a regular file");
    }
    FileChannel.open(file, StandardOpenOption.READ).close();
    return new FileSource(file.toAbsolutePath());
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
