package org.nightjar.fits.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files outside the project; tests that want them are skipped where they are absent. */
final class SharedData {
  private SharedData() {}

  static Path folder(String name) {
    Path folder = Path.of(System.getProperty("nightjar.testdata", "../../../shared/data"), name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no real data at " + folder);
    return folder;
  }
}
