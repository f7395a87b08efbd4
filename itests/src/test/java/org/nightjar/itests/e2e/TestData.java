package org.nightjar.itests.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real observations, where they are. */
final class TestData {
  private TestData() {}

  /** A folder of them; the test is skipped, saying so, where it is absent. */
  static Path folder(String name) {
    Path folder = Path.of(System.getProperty("nightjar.testdata")).resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "no real data at " + folder + " (-Dnightjar.testdata=DIR)");
    return folder.toAbsolutePath().normalize();
  }
}
