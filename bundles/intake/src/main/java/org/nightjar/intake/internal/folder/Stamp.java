package org.nightjar.intake.internal.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What tells that a file is the one seen before.
 *
 * @param size bytes
 * @param modified time of the last change
 */
record Stamp(long size, Instant modified) {

  static Stamp of(Path file) throws IOException {
    return of(Files.readAttributes(file, BasicFileAttributes.class));
  }

  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  /** The same after a restart, another for a file that was changed. */
  String key(Path file) {
    return file + "|" + size + "|" + modified;
  }
}
