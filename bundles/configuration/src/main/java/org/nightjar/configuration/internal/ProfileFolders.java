package org.nightjar.configuration.internal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nightjar.environment.Folders;

/** Where profiles lie: those that shipped, and the operator's own, which hide them. */
final class ProfileFolders {
  private static final String ENDING = ".yaml";

  private final List<Path> folders;

  ProfileFolders(Folders folders) {
    this.folders =
        List.of(folders.config().resolve("profiles"), folders.data().resolve("profiles"));
  }

  /** Names of all profiles, sorted. */
  Set<String> names() {
    return files().keySet();
  }

  /** The file of a profile. */
  Optional<Path> file(String name) {
    return Optional.ofNullable(files().get(name));
  }

  /** When a profile's file was last written, milliseconds since 1970; 0 if there is none. */
  long modified(String name) {
    return file(name).map(Path::toFile).map(File::lastModified).orElse(0L);
  }

  /** Every profile's file by name; looked up anew each time, as an operator may add one. */
  Map<String, Path> files() {
    Map<String, Path> files = new TreeMap<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.list(folder)) {
          found
              .filter(file -> file.getFileName().toString().endsWith(ENDING))
              .forEach(file -> files.put(name(file), file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }
}
