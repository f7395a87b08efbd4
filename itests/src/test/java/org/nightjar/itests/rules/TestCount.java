package org.nightjar.itests.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nightjar.itests.runtime.Javas;

/**
 * Fails a build in which fewer tests ran, or more were skipped, than {@code .ci/tests.properties}
 * says: tests that are no longer found never fail. Skipping is counted only where everything that
 * tests ask for is there.
 */
public final class TestCount {
  private static final Pattern SUITE =
      Pattern.compile("<testsuite [^>]*?tests=\"(\\d+)\"[^>]*?skipped=\"(\\d+)\"", Pattern.DOTALL);
  private static final Path SOURCE_EXTRACTOR = Path.of("/usr/bin/source-extractor");
  private static final Path ASTROPY = Path.of("/usr/lib/python3/dist-packages/astropy");
  private static final int NEWER_JAVA = 25;

  private TestCount() {}

  /**
   * Counts.
   *
   * @param args the project's top folder, the folder of real observations, and that of WebGPU
   */
  public static void main(String[] args) throws IOException {
    Path top = Path.of(args[0]);
    Properties least = new Properties();
    try (var file = Files.newBufferedReader(top.resolve(".ci/tests.properties"))) {
      least.load(file);
    }
    int tests = 0;
    int skipped = 0;
    for (Path report : reports(top)) {
      Matcher suite = SUITE.matcher(Files.readString(report));
      if (suite.find()) {
        tests += Integer.parseInt(suite.group(1));
        skipped += Integer.parseInt(suite.group(2));
      }
    }
    boolean complete =
        Files.isDirectory(Path.of(args[1]))
            && Files.exists(SOURCE_EXTRACTOR)
            && Files.isDirectory(ASTROPY)
            && Files.isDirectory(Path.of(args[2]))
            && Javas.ofVersion(NEWER_JAVA).isPresent();
    int fewest = Integer.parseInt(least.getProperty(complete ? "tests" : "tests.elsewhere"));
    int most = complete ? Integer.parseInt(least.getProperty("skipped")) : tests;
    if (tests < fewest || skipped > most) {
      throw new IllegalStateException(
          "%d tests, %d of them skipped; .ci/tests.properties wants at least %d and allows %d skipped"
              .formatted(tests, skipped, fewest, most));
    }
  }

  private static List<Path> reports(Path top) throws IOException {
    List<Path> reports = new ArrayList<>();
    for (String group : List.of("plugin-api", "runtime", "runtime/wrapped", "bundles", ".")) {
      try (Stream<Path> modules = Files.list(top.resolve(group))) {
        for (Path module : modules.toList()) {
          Path folder = module.resolve("target/surefire-reports");
          if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
              files.filter(file -> file.toString().endsWith(".xml")).forEach(reports::add);
            }
          }
        }
      }
    }
    return reports;
  }
}
