package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;

/**
 * The published network behind ZTF's {@code drb}, on the survey's own packets, through the whole
 * system.
 */
class BraaiAcceptanceTest {
  private static final double TOLERANCE = 1e-6;

  /** The survey's sample packet, whose score was edited by hand. */
  private static final String EDITED = "ztf_official/472263571115115000.avro";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 32})
  void scoresAreThoseOfTheSurvey(int maxBatch)
      throws IOException, InterruptedException, NightjarException {
    Path transients = TestData.folder("transients");
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    nightjar.configure("inference:\n  maxBatch: " + maxBatch + "\n");
    nightjar
        .run(
            "models",
            "add",
            transients.resolve("braai/d6_m7.onnx").toString(),
            "--manifest",
            Path.of("src/test/resources/models/braai.yaml").toAbsolutePath().toString())
        .exits(0);

    Map<String, Double> expected = expected(transients);
    List<String> check = new ArrayList<>(List.of("check", "--json", "--task", "transients"));
    expected.keySet().forEach(file -> check.add(transients.resolve(file).toString()));
    Nightjar.Outcome outcome = nightjar.run(check.toArray(String[]::new));

    Map<String, Double> scores = scores(outcome.lines(), transients);
    assertThat(expected).hasSizeGreaterThan(50);
    assertThat(scores).as(outcome.err()).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (file, drb) -> assertThat(scores.get(file)).as(file).isCloseTo(drb, within(TOLERANCE)));
    assertThat(nightjar.run("ledger", "--json").exits(0).lines())
        .allSatisfy(line -> assertThat(line.path("pending").asInt()).isZero());
  }

  private static Map<String, Double> expected(Path transients) throws IOException {
    Map<String, Double> expected = new HashMap<>();
    List<String> rows = Files.readAllLines(transients.resolve("golden_drb.csv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      if (!cells[0].equals(EDITED)) {
        expected.put(cells[0], Double.parseDouble(cells[3]));
      }
    }
    return expected;
  }

  private static Map<String, Double> scores(List<ObjectNode> lines, Path transients) {
    Map<String, Double> scores = new HashMap<>();
    for (ObjectNode line : lines) {
      Path file = Path.of(java.net.URI.create(line.at("/product/uri").asText()).getPath());
      scores.put(
          transients.relativize(file).toString(), line.at("/measurements/drb/value").doubleValue());
    }
    return scores;
  }
}
