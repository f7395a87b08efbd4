package org.nightjar.dispatch.internal.examine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for one call, made when asked for. */
final class Scratch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

  private final Path parent;
  private Path folder;

  Scratch(Path parent) {
    this.parent = parent;
  }

  synchronized Path folder() throws NightjarException {
    try {
      if (folder == null) {
        Files.createDirectories(parent);
        folder = Files.createTempDirectory(parent, "call-");
      }
      return folder;
    } catch (IOException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.DISK_FULL,
              "no scratch folder can be made: " + e,
              parent.toString(),
              "make room, or make the data folder writable"),
          e);
    }
  }

  @Override
  public synchronized void close() {
    if (folder == null) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Removal());
    } catch (IOException e) {
      LOG.warn("cannot remove scratch folder {}; the next start will", folder, e);
    }
    folder = null;
  }

  /** Removes from the leaves up; links are removed, not followed. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
        throws IOException {
      Files.delete(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
