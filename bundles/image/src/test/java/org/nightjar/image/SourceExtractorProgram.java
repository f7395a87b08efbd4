package org.nightjar.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs Debian's source-extractor in a folder, as anybody would, and reads what it prints. */
record SourceExtractorProgram(Path folder) {

  private static final String NAME = "source-extractor";
  private static final Pattern SKY = Pattern.compile("Background: *(\\S+) +RMS: *(\\S+)");

  /** What it says of an image. */
  record Result(double background, double rms, List<double[]> sources) {}

  static SourceExtractorProgram in(Path folder) {
    assumeTrue(isInstalled(NAME), NAME + " is not installed");
    return new SourceExtractorProgram(folder);
  }

  static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * Runs it with the settings of sep_default.* and more; a source is x and y (from 1), A, B, flux,
   * peak.
   */
  Result run(Path image, String... more) throws IOException, InterruptedException {
    Path columns = folder.resolve("columns.param");
    Files.write(
        columns, List.of("X_IMAGE", "Y_IMAGE", "A_IMAGE", "B_IMAGE", "FLUX_ISO", "FLUX_MAX"));
    Path catalogue = folder.resolve("out.cat");
    ProcessBuilder builder =
        new ProcessBuilder(
            NAME,
            image.toString(),
            "-c",
            TestData.exposure("sep_default.sex").toString(),
            "-FILTER_NAME",
            TestData.exposure("sep_default.conv").toString(),
            "-PARAMETERS_NAME",
            columns.toString(),
            "-CATALOG_NAME",
            catalogue.toString(),
            "-CHECKIMAGE_TYPE",
            "NONE");
    builder.command().addAll(List.of(more));
    Path log = folder.resolve("log.txt");
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(NAME + " did not end within a minute");
    }
    String printed = Files.readString(log, StandardCharsets.ISO_8859_1);
    Matcher sky = SKY.matcher(printed);
    if (process.exitValue() != 0 || !sky.find()) {
      throw new IOException(NAME + " failed: " + printed);
    }
    List<double[]> sources =
        Files.readAllLines(catalogue).stream()
            .filter(line -> !line.startsWith("#"))
            .map(
                line ->
                    Arrays.stream(line.strip().split(" +"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
            .toList();
    return new Result(Double.parseDouble(sky.group(1)), Double.parseDouble(sky.group(2)), sources);
  }
}
