package org.nightjar.configuration.internal.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nightjar.environment.Folders;

/** Where profiles lie: those that shipped, and the operator's own, which hide them. */
public final class ProfileFolders {
  private static final String ENDING = ".yaml";

  private final List<Path> folders;

  /** The folders of this installation. */
  public ProfileFolders(Folders folders) {
    this.folders =
        List.of(folders.config().resolve("profiles"), folders.data().resolve("profiles"));
  }

  /** Names of all profiles, sorted. */
  public Set<String> names() {
    return files().keySet();
  }

  /** The file of a profile. */
  public Optional<Path> file(String name) {
    return Optional.ofNullable(files().get(name));
  }

  /** The file of a profile that came with the installation. */
  Optional<Path> shipped(String name) {
    Path file = folders.get(0).resolve(name + ENDING).normalize();
    return file.startsWith(folders.get(0)) && Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** Changes whenever a profile comes, goes or is written: one extends another. */
  public String modified() {
    return files().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue().toFile().lastModified())
        .collect(Collectors.joining(","));
  }

  /** Every profile's file by name; looked up anew each time, as an operator may add one. */
  public Map<String, Path> files() {
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
