package org.nightjar.fits.internal.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** A file that is there when it is complete, and not before. */
final class NewFile {
  /** Writes the bytes. */
  @FunctionalInterface
  interface Content {
    void write(FileChannel channel) throws NightjarException, IOException;
  }

  private NewFile() {}

  /**
   * Refuses what must not be written.
   *
   * @param input what is read meanwhile
   * @param force whether a file that is there may be replaced
   */
  static void require(Path target, Path input, boolean force)
      throws NightjarException, IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw NightjarException.of(
          StandardError.NOT_FOUND, "there is no such folder", folder.toString(), "Make it first");
    }
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isRegularFile(target) || Files.isSameFile(target, input)) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          Files.isRegularFile(target) ? "that is the input" : "that is no file",
          target.toString(),
          "Name another file");
    }
    if (!force) {
      throw NightjarException.of(
          StandardError.CONFLICT, "the file exists", target.toString(), "Replace it by --force");
    }
  }

  /** Writes beside the target and renames: a failure leaves what was there. */
  static void write(Path target, Content content) throws NightjarException, IOException {
    Path real = Files.exists(target) ? target.toRealPath() : target;
    Path part = real.resolveSibling(real.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        content.write(channel);
      }
      Files.move(part, real, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
