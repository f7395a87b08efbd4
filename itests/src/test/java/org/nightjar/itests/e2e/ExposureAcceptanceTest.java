package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;

/** Real exposures beside {@code source-extractor}, and what becomes of damaged ones. */
class ExposureAcceptanceTest {
  private static final List<String> EXPOSURES =
      List.of("M6707HH.fits", "sep_image.fits", "reprojected_sdss_r.fits.bz2");

  @TempDir Path folder;

  @Test
  void backgroundAndSourceCountAreThoseOfSourceExtractor()
      throws IOException, InterruptedException, NightjarException {
    Path exposures = TestData.folder("exposures");
    SourceExtractor reference = SourceExtractor.findOrSkip();
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    for (String name : EXPOSURES) {
      Path file = exposures.resolve(name);
      SourceExtractor.Result expected = reference.run(plain(file), folder.resolve(name + ".d"));
      List<ObjectNode> reports = nightjar.run("check", "--json", file.toString()).lines();
      assertThat(reports).as(name).hasSize(1);
      ObjectNode measured = (ObjectNode) reports.get(0).path("measurements");
      assertThat(measured.at("/background/value").doubleValue())
          .as("background of %s", name)
          .isCloseTo(expected.background(), withinPercentage(1));
      assertThat(measured.at("/sources/value").doubleValue())
          .as("sources of %s", name)
          .isCloseTo(expected.sources(), withinPercentage(10));
    }
  }

  @Test
  void damagedAndForeignFilesAreAccountedForWithAReason()
      throws IOException, InterruptedException, NightjarException {
    Path exposures = TestData.folder("exposures");
    List<String> check = new ArrayList<>(List.of("check", "--json"));
    for (String name : EXPOSURES) {
      byte[] bytes = Files.readAllBytes(exposures.resolve(name));
      Path truncated = folder.resolve("truncated_" + name);
      Files.write(truncated, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
      check.add(truncated.toString());
    }
    Path text = Files.writeString(folder.resolve("notes.fits"), "Seeing was bad tonight.\n");
    check.add(text.toString());

    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    Nightjar.Outcome outcome = nightjar.run(check.toArray(String[]::new)).exits(1);
    List<ObjectNode> lines = outcome.lines();
    assertThat(lines).hasSize(4);
    assertThat(lines.subList(0, 3))
        .allSatisfy(
            line -> {
              assertThat(line.path("state").asText()).isEqualTo("quarantined");
              assertThat(line.at("/problem/code").asText()).isIn("TRUNCATED", "CORRUPT");
              assertThat(line.at("/problem/message").asText()).isNotBlank();
              assertThat(line.at("/problem/remedy").asText()).isNotBlank();
            });
    assertThat(lines.get(3).path("state").asText()).isEqualTo("rejected");
    assertThat(lines.get(3).at("/problem/code").asText()).isEqualTo("UNKNOWN_FORMAT");

    List<ObjectNode> ledger = nightjar.run("ledger", "--json").exits(0).lines();
    assertThat(ledger).isNotEmpty().allSatisfy(LedgerLines::balances);
    assertThat(LedgerLines.sum(ledger, "received")).isEqualTo(4);
    assertThat(LedgerLines.sum(ledger, "quarantined")).isEqualTo(3);
    assertThat(LedgerLines.sum(ledger, "rejected")).isEqualTo(1);
  }

  private Path plain(Path file) throws IOException {
    if (!file.toString().endsWith(".bz2")) {
      return file;
    }
    Path plain = folder.resolve("plain.fits");
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
        InputStream unpacked = new BZip2CompressorInputStream(packed)) {
      Files.copy(unpacked, plain);
    }
    return plain;
  }
}
