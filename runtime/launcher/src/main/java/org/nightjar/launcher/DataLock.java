package org.nightjar.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps two instances off one data folder. The system drops the lock when the process ends, however
 * it ends; the file stays, and holds the process id of the last holder.
 */
final class DataLock implements AutoCloseable {
  /** Beyond the text, which others may then read where locks are mandatory. */
  private static final long LOCKED_BYTE = 1L << 30;

  private static final int LONGEST_ID = 32;

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, or gives nothing when another instance holds it. */
  static Optional<DataLock> tryAcquire(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return Optional.of(new DataLock(channel));
    } catch (IOException e) {
      throw new LaunchException("Cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by another instance inside this very process
    }
  }

  /** The process that holds, or last held, the lock. */
  static Optional<Long> holder(Path file) {
    try {
      if (Files.size(file) > LONGEST_ID) {
        return Optional.empty();
      }
      return Optional.of(Long.valueOf(Files.readString(file, StandardCharsets.US_ASCII).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // between the holder's locking and its writing
    }
  }

  /** The process that holds the lock, in words. */
  static String holder(DataFolder data) {
    return holder(data.lockFile()).map(pid -> "process " + pid).orElse("another process");
  }

  static LaunchException held(DataFolder data) {
    return new LaunchException(
        "The data folder %s is in use by %s. Stop that one (kill it by its id), or name another folder by --data DIR or NIGHTJAR_DATA."
            .formatted(data.directory(), holder(data)));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LaunchException("Cannot release the lock of the data folder: " + e.getMessage(), e);
    }
  }
}
