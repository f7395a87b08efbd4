package org.nightjar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one folder below which everything is written.
 *
 * @param directory absolute, existing and writable
 */
public record DataFolder(Path directory) {
  /** Opens the folder and creates what is missing. */
  public DataFolder {
    directory = directory.toAbsolutePath().normalize();
    try {
      for (String name : List.of("run", "tmp", "log", "cache")) {
        Files.createDirectories(directory.resolve(name));
      }
    } catch (IOException e) {
      throw new LaunchException(
          "The data folder "
              + directory
              + " cannot be written ("
              + e
              + "): name another by --data DIR or NIGHTJAR_DATA",
          e);
    }
    if (!Files.isWritable(directory)) {
      throw new LaunchException(
          "The data folder "
              + directory
              + " cannot be written: name another by --data DIR or NIGHTJAR_DATA");
    }
  }

  /**
   * Refuses to start where the first write would fail: no part of the system could say so as well.
   *
   * @param least free bytes that a start takes
   */
  void requireSpace(long least) throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < least) {
      throw new LaunchException(
          "The disk of the data folder %s is full (%d KiB free, a start takes %d): free space on it, or name another by --data DIR or NIGHTJAR_DATA"
              .formatted(directory, free >> 10, least >> 10));
    }
  }

  Path lockFile() {
    return directory.resolve("run/lock");
  }

  /** Written by the server that runs on this folder: where it listens, and the token for it. */
  Path serverFile() {
    return directory.resolve("run/server.json");
  }

  Path bundleCache() {
    return directory.resolve("run/felix");
  }

  Path cache() {
    return directory.resolve("cache");
  }

  Path scratch() {
    return directory.resolve("tmp");
  }

  Path logs() {
    return directory.resolve("log");
  }

  /**
   * Removes what a process that was killed left in the scratch folder and its server file. Only the
   * holder of the lock may.
   */
  void sweep() throws IOException {
    Files.deleteIfExists(serverFile());
    try (Stream<Path> left = Files.walk(scratch())) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(scratch())) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
