package org.nightjar.itests.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Debian's {@code source-extractor} with its own defaults, as a black box. */
final class SourceExtractor {
  private static final Path PROGRAM = Path.of("/usr/bin/source-extractor");
  private static final Path FILTER = Path.of("/usr/share/source-extractor/default.conv");
  private static final Pattern BACKGROUND = Pattern.compile("Background:\\s*(\\S+)\\s+RMS");

  private SourceExtractor() {}

  static SourceExtractor findOrSkip() {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM), "source-extractor is not installed (Debian package)");
    return new SourceExtractor();
  }

  Result run(Path image, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("p.param"), "NUMBER\nX_IMAGE\nY_IMAGE\n");
    List<String> line =
        List.of(
            PROGRAM.toString(),
            image.toString(),
            "-c",
            "/dev/null",
            "-PARAMETERS_NAME",
            "p.param",
            "-FILTER_NAME",
            FILTER.toString(),
            "-CATALOG_NAME",
            "c.cat");
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("source-extractor failed: " + said);
    }
    Matcher background = BACKGROUND.matcher(said);
    if (!background.find()) {
      throw new IOException("source-extractor said no background: " + said);
    }
    try (var rows = Files.lines(folder.resolve("c.cat"))) {
      long sources = rows.filter(row -> !row.startsWith("#") && !row.isBlank()).count();
      return new Result(Double.parseDouble(background.group(1)), sources);
    }
  }

  record Result(double background, long sources) {}
}
