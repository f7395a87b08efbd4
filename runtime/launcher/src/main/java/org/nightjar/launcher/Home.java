package org.nightjar.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An unpacked distribution. It is read, never written.
 *
 * @param directory the folder that holds {@code boot/}, {@code system/} and {@code plugins/}
 */
public record Home(Path directory) {
  /** Names the home where the launcher's jar does not lie in {@code HOME/boot}. */
  public static final String PROPERTY = "nightjar.home";

  private static final int PLUGIN_LEVEL = 80;

  public Home {
    directory = directory.toAbsolutePath().normalize();
    if (!Files.isDirectory(directory.resolve("system"))) {
      throw new LaunchException(
          directory
              + " is no Nightjar distribution: it has no folder system. Name the right one by -D"
              + PROPERTY
              + "=DIR");
    }
  }

  /** The home named by the system property, else the one this class was started from. */
  public static Home locate() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return new Home(Path.of(named));
    }
    try {
      Path jar = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Home(jar.getParent().getParent());
    } catch (URISyntaxException e) {
      throw new LaunchException(
          "The launcher's own place is no path: name the home by -D" + PROPERTY + "=DIR", e);
    }
  }

  /** The data folder where none is named. */
  public Path defaultData() {
    return directory.resolve("data");
  }

  Path boot() {
    return directory.resolve("boot");
  }

  /** The native libraries of ONNX Runtime. */
  Path natives() {
    return directory.resolve("lib/onnxruntime");
  }

  /**
   * Every bundle of the distribution by its start level, in the order in which they are to be
   * installed.
   */
  SortedMap<Integer, List<Path>> bundles() {
    SortedMap<Integer, List<Path>> levels =
        new TreeMap<>(Map.of(PLUGIN_LEVEL, jars(directory.resolve("plugins"))));
    try (Stream<Path> folders = Files.list(directory.resolve("system"))) {
      folders
          .filter(Files::isDirectory)
          .forEach(folder -> levels.merge(level(folder), jars(folder), Home::join));
    } catch (IOException e) {
      throw new LaunchException(
          "Cannot read " + directory.resolve("system") + ": " + e.getMessage(), e);
    }
    return levels;
  }

  private static int level(Path folder) {
    try {
      return Integer.parseInt(folder.getFileName().toString());
    } catch (NumberFormatException e) {
      throw new LaunchException(
          folder + " is not named after a start level: folders of system/ are numbers", e);
    }
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".jar"))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new LaunchException("Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> join(List<Path> a, List<Path> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }
}
