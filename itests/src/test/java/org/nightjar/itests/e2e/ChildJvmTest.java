package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.itests.samples.SampleProducts;
import org.nightjar.json.JsonLine;

/**
 * The same task, unchanged, in this system's process and in a JVM of its own: the contract crosses.
 */
class ChildJvmTest {
  @TempDir Path folder;

  @Test
  void aTaskSaysTheSameInAJvmOfItsOwn()
      throws IOException, InterruptedException, NightjarException {
    Path night = new SampleProducts(folder.resolve("night"), 7).write();
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    List<ObjectNode> here =
        nightjar.run("check", night.toString(), "--task", "imaging", "--json").lines().stream()
            .filter(line -> line.has("verdict"))
            .toList();
    assertThat(here).hasSizeGreaterThanOrEqualTo(5);

    List<String> envelopes = new ArrayList<>();
    for (ObjectNode report : here) {
      ObjectNode envelope = JsonLine.object();
      envelope.set("product", report.path("product"));
      envelope.putObject("facts");
      envelope.put("night", report.path("night").asText()).put("priority", "BULK");
      envelopes.add(JsonLine.write(envelope));
    }
    Path file = Files.write(folder.resolve("envelopes.jsonl"), envelopes);
    Nightjar child = new Nightjar(folder.resolve("child"));
    List<ObjectNode> there =
        child.run("host", file.toString(), "--task", "imaging").exits(0).lines();

    assertThat(said(there)).isEqualTo(said(here));
  }

  /** What was said of each product, without times. */
  private static Map<String, String> said(List<ObjectNode> reports) {
    return reports.stream()
        .collect(
            Collectors.toMap(
                report -> report.at("/product/id").asText(),
                report ->
                    List.of(
                            report.path("key"),
                            report.path("verdict"),
                            report.path("reasons"),
                            report.path("measurements"),
                            report.path("findings"),
                            report.path("attachments"))
                        .toString()));
  }
}
