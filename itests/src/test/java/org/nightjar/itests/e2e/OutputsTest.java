package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.samples.SampleProducts;

/** Reports leave the assembled system in every format, and reach a folder while it serves. */
class OutputsTest {
  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void checkAndReportsWriteEveryFormatThereIs() throws Exception {
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    Path one = exposure("one/a.fits", 1);
    Path two = exposure("two/a.fits", 2);
    Path out = folder.resolve("out");
    nightjar.run(
        "check", one.toString(), two.toString(), "--format", "all", "--out", out.toString());

    assertThat(names(out))
        .contains(
            "index.html",
            "reports.jsonl",
            "reports.csv",
            "reports.fits",
            "reports.parquet",
            "reports.findings.parquet")
        .filteredOn(name -> name.matches("a-[0-9a-f]{12}\\.html"))
        .hasSize(2);
    isParquet(out.resolve("reports.parquet"));
    isParquet(out.resolve("reports.findings.parquet"));
    Path again = folder.resolve("again");
    nightjar
        .run("reports", "--format", "parquet", "--format", "html", "--out", again.toString())
        .exits(0);
    isParquet(again.resolve("reports.parquet"));
    assertThat(names(again)).hasSize(3);
    assertThat(nightjar.run("reports", "--format", "pdf", "--out", "x").exits(2).err())
        .contains("no format 'pdf'", "parquet, parquet-findings");
  }

  @Test
  void aFolderOfResultsIsKeptWhileServingAndCatchesUpAfterAKill() throws Exception {
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    nightjar.configure(
        "intake: {pollMilliseconds: 50}\n"
            + "sinks: {folder: results, formats: [html, json, parquet], tableSeconds: 1}\n");
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Path results = nightjar.data().resolve("results");
    Process server = nightjar.start("run", "--watch", inbox.toString());
    for (int i = 0; i < 5; i++) {
      exposure("inbox/e" + i + ".fits", i);
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> !pages(results).isEmpty());
    server.destroyForcibly().waitFor();

    server = nightjar.start("run", "--watch", inbox.toString());
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> {
                assertThat(pages(results)).hasSize(5);
                assertThat(lines(results)).isEqualTo(5);
              });
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private Path exposure(String name, long seed) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    SampleProducts.tinyExposure(file, seed);
    return file;
  }

  private static void isParquet(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    assertThat(Arrays.copyOf(all, 4)).isEqualTo(PARQUET);
    assertThat(Arrays.copyOfRange(all, all.length - 4, all.length)).isEqualTo(PARQUET);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<Path> pages(Path results) throws IOException {
    return below(results, ".html");
  }

  private static long lines(Path results) throws IOException {
    long lines = 0;
    for (Path table : below(results, ".jsonl")) {
      lines += Files.readAllLines(table).size();
    }
    return lines;
  }

  private static List<Path> below(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
