package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;

/** Everything real that there is, as one night: each file has an end, and the account balances. */
class RealDataAcceptanceTest {
  @TempDir Path folder;

  @Test
  void everyFileIsAccountedForAndShortPacketsAreFound()
      throws IOException, InterruptedException, NightjarException {
    Path transients = TestData.folder("transients");
    Path exposures = TestData.folder("exposures");
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    List<ObjectNode> lines =
        nightjar
            .run("check", "--json", transients.toString(), exposures.toString())
            .exits(1)
            .lines();

    Set<Path> told =
        lines.stream()
            .map(line -> Path.of(URI.create(line.at("/product/uri").asText())))
            .collect(Collectors.toSet());
    assertThat(told).containsAll(files(transients, exposures));
    assertThat(lines).allSatisfy(RealDataAcceptanceTest::saysWhy);
    List<ObjectNode> shortPackets =
        lines.stream()
            .filter(line -> line.at("/product/uri").asText().contains("/malformed/"))
            .filter(line -> !line.at("/product/uri").asText().contains("winter"))
            .toList();
    assertThat(shortPackets)
        .hasSize(3)
        .allSatisfy(
            line -> {
              assertThat(line.path("state").asText()).isEqualTo("quarantined");
              assertThat(line.at("/problem/code").asText()).isIn("TRUNCATED", "CORRUPT");
            });

    List<ObjectNode> ledger = nightjar.run("ledger", "--json").exits(0).lines();
    assertThat(ledger).isNotEmpty().allSatisfy(LedgerLines::balances);
    assertThat(LedgerLines.sum(ledger, "pending")).isZero();
    assertThat(LedgerLines.sum(ledger, "received"))
        .isGreaterThanOrEqualTo(files(transients, exposures).size());
  }

  @Test
  void theStreakIsFoundAndNoneWhereThereIsNone()
      throws IOException, InterruptedException, NightjarException {
    Path exposures = TestData.folder("exposures");
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    List<JsonNode> streaks = lines(nightjar, exposures.resolve("streak_long.fits"));
    assertThat(streaks).hasSize(1);
    JsonNode line = streaks.get(0);
    boolean leftFirst = line.path("x0").asDouble() < line.path("x1").asDouble();
    double[] left = end(line, leftFirst ? "0" : "1");
    double[] right = end(line, leftFirst ? "1" : "0");
    assertThat(Math.hypot(left[0] - 24, left[1] - 338)).isCloseTo(0, within(5.0));
    assertThat(Math.hypot(right[0] - 338, right[1] - 309)).isCloseTo(0, within(5.0));
    assertThat(line.path("width").asDouble()).isBetween(1.0, 20.0);
    assertThat(lines(nightjar, exposures.resolve("M6707HH.fits"))).isEmpty();
  }

  private static double[] end(JsonNode line, String which) {
    return new double[] {line.path("x" + which).asDouble(), line.path("y" + which).asDouble()};
  }

  /** The outlines of type {@code line} among the findings of a file. */
  private static List<JsonNode> lines(Nightjar nightjar, Path file)
      throws IOException, InterruptedException, NightjarException {
    ObjectNode report = nightjar.run("check", "--json", file.toString()).lines().get(0);
    List<JsonNode> lines = new ArrayList<>();
    for (JsonNode finding : report.path("findings")) {
      if (finding.at("/shape/type").asText().equals("line")) {
        lines.add(finding.path("shape"));
      }
    }
    return lines;
  }

  private static void saysWhy(ObjectNode line) {
    if (line.has("problem")) {
      assertThat(line.path("state").asText()).isIn("rejected", "quarantined");
      assertThat(line.at("/problem/message").asText()).isNotBlank();
      assertThat(line.at("/problem/remedy").asText()).isNotBlank();
    } else if (!line.path("verdict").asText().equals("ok")) {
      assertThat(line.path("reasons")).as("%s", line.path("product")).isNotEmpty();
    }
  }

  private static Set<Path> files(Path... folders) throws IOException {
    Set<Path> files = new TreeSet<>();
    for (Path each : folders) {
      try (Stream<Path> walk = Files.walk(each)) {
        walk.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    return files;
  }
}
