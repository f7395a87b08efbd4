package org.nightjar.itests.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Javas of this machine. */
public final class Javas {
  private static final List<Path> USUAL_FOLDERS =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/opt"),
          Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"));

  private Javas() {}

  static Path current() {
    return Path.of(System.getProperty("java.home"));
  }

  /** One of the given feature version in a usual folder. */
  public static Optional<Path> ofVersion(int version) throws IOException {
    for (Path folder : USUAL_FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> homes = Files.list(folder)) {
          Optional<Path> found = homes.filter(home -> isVersion(home, version)).findFirst();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isVersion(Path home, int version) {
    Path release = home.resolve("release");
    try {
      return Files.isExecutable(home.resolve("bin/java"))
          && Files.isReadable(release)
          && Files.readString(release).contains("JAVA_VERSION=\"" + version);
    } catch (IOException e) {
      return false; // no Java after all
    }
  }
}
