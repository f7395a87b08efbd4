package org.nightjar.dispatch.internal.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * How a file looked at a moment.
 *
 * @param path the file
 * @param length its length in bytes
 * @param modified when it was last written to
 */
record FileState(Path path, long length, FileTime modified) {
  static FileState of(Path path) throws IOException {
    return new FileState(path, Files.size(path), Files.getLastModifiedTime(path));
  }

  /** Whether it still looks like that. */
  boolean unchanged() {
    try {
      return equals(of(path));
    } catch (IOException e) {
      return false;
    }
  }
}
