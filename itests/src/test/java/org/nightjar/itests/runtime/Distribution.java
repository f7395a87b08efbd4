package org.nightjar.itests.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The distribution that this build unpacked. */
public final class Distribution {
  private Distribution() {}

  /** Its folder; fails where it was not built. */
  public static Path home() {
    String place = System.getProperty("nightjar.distribution", "../distribution/target/nightjar");
    Path home = Path.of(place).toAbsolutePath().normalize();
    if (!Files.isDirectory(home.resolve("boot"))) {
      throw new IllegalStateException(
          home + " is missing: build it first (mvn package -pl distribution -am)");
    }
    return home;
  }

  /** The jars of one folder below {@code system/}. */
  static List<Path> bundles(Path level) {
    try (Stream<Path> jars = Files.list(level)) {
      return jars.sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException("cannot list " + level, e);
    }
  }

  /** The folders of the start levels. */
  static List<Path> levels() {
    return bundles(home().resolve("system"));
  }
}
