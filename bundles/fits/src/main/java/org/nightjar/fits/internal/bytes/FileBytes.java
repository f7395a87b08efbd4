package org.nightjar.fits.internal.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local file, read at positions. An interrupted thread closes the channel under all others that
 * share it: they open it again, provided that it is still the same file.
 */
public final class FileBytes implements Bytes {
  private static final Logger LOG = LoggerFactory.getLogger(FileBytes.class);

  private final Path file;
  private final BasicFileAttributes attributes;
  private FileChannel channel;
  private boolean closed;

  /** Opens the file. */
  public FileBytes(Path file) throws IOException {
    this.file = file;
    this.attributes = Files.readAttributes(file, BasicFileAttributes.class);
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public long length() {
    return attributes.size();
  }

  @Override
  public void read(long position, ByteBuffer target) throws NightjarException {
    long next = position;
    while (target.hasRemaining()) {
      try {
        int count = channel().read(target, next);
        if (count < 0) {
          throw NightjarException.of(
              StandardError.TRUNCATED,
              "the file ends at byte " + next + " while it is read; it had " + length(),
              name(),
              "Hand files over complete: write elsewhere, then rename");
        }
        next += count;
      } catch (ClosedByInterruptException e) {
        throw failure(StandardError.CANCELLED, "interrupted while reading", e);
      } catch (ClosedChannelException e) {
        // Another thread was interrupted while it read; channel() opens the file again.
        LOG.debug("{} is opened again: a thread that read it was interrupted", file, e);
      } catch (IOException e) {
        throw failure(StandardError.UNREADABLE, "cannot be read: " + e.getMessage(), e);
      }
    }
  }

  private synchronized FileChannel channel() throws NightjarException, IOException {
    if (closed) {
      throw failure(StandardError.REVOKED, "the product has been closed", null);
    }
    if (!channel.isOpen()) {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (now.size() != attributes.size()
          || !now.lastModifiedTime().equals(attributes.lastModifiedTime())) {
        throw failure(StandardError.UNREADABLE, "the file has changed while it was read", null);
      }
      channel = FileChannel.open(file, StandardOpenOption.READ);
    }
    return channel;
  }

  private NightjarException failure(StandardError code, String message, Exception cause) {
    NightjarException plain = NightjarException.of(code, message, name(), "");
    return cause == null ? plain : new NightjarException(plain.problem(), cause);
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written: a failing close of a file opened for reading loses nothing.
      LOG.warn("{} does not close", file, e);
    }
  }
}
