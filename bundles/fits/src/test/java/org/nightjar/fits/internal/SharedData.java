package org.nightjar.fits.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files outside the project; tests that want them are skipped where they are absent. */
final class SharedData {
  /** Where they would be. */
  static final Path ROOT = Path.of(System.getProperty("nightjar.testdata", "../../../shared/data"));

  private SharedData() {}

  static Path folder(String name) {
    Path folder = ROOT.resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no real data at " + folder);
    return folder;
  }
}
