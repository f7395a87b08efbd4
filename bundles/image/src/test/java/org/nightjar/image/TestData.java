package org.nightjar.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Real exposures, where they are present. */
final class TestData {

  private TestData() {}

  /** A file of the exposures, or the test is skipped. */
  static Path exposure(String name) {
    Path file = Path.of(System.getProperty("nightjar.testdata", "absent"), "exposures", name);
    assumeTrue(Files.isReadable(file), () -> "no test data at " + file);
    return file;
  }

  /** A FITS file in {@code folder}: the exposure itself, or what the bzip2 program makes of it. */
  static Path plain(String name, Path folder) throws IOException, InterruptedException {
    Path file = exposure(name);
    Path plain = folder.resolve(name.replace(".bz2", ""));
    if (!name.endsWith(".bz2")) {
      return Files.copy(file, plain);
    }
    assumeTrue(SourceExtractorProgram.isInstalled("bzcat"), "bzcat is not installed");
    Process bzcat =
        new ProcessBuilder("bzcat", file.toString()).redirectOutput(plain.toFile()).start();
    try (InputStream errors = bzcat.getErrorStream()) {
      errors.readAllBytes();
    }
    assumeTrue(bzcat.waitFor(1, TimeUnit.MINUTES) && bzcat.exitValue() == 0, "bzcat failed");
    return plain;
  }
}
