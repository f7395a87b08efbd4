package org.nightjar.intake.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nightjar.environment.Folders;

/** Which files may be taken in: regular ones that are not Nightjar's own. */
final class OwnFiles {
  private static final List<String> OWN =
      List.of("store", "attachments", "run", "native", "cache", "tmp", "log");

  private final Folders folders;

  OwnFiles(Folders folders) {
    this.folders = folders;
  }

  /** The file behind a URI. */
  Path check(URI uri) throws IOException {
    if (!"file".equals(uri.getScheme())) {
      throw new IOException("only file: URIs can be read, not '" + uri.getScheme() + ":'");
    }
    Path path = path(uri);
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder");
    }
    Path real = path.toRealPath();
    if (!Files.isRegularFile(real)) {
      throw new IOException("it is not a regular file");
    }
    for (String own : OWN) {
      Path folder = folders.data().resolve(own);
      if (Files.isDirectory(folder) && real.startsWith(folder.toRealPath())) {
        throw new IOException("it belongs to Nightjar itself");
      }
    }
    return path;
  }

  private static Path path(URI uri) throws IOException {
    try {
      return Path.of(uri);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new IOException("not the URI of a local file: " + e.getMessage(), e);
    }
  }
}
