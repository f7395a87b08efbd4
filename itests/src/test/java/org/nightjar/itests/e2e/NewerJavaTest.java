package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.runtime.Javas;
import org.nightjar.itests.samples.SampleModel;
import org.nightjar.itests.samples.SampleProducts;

/** The whole distribution on the newest Java with long support: pixels, packets and a network. */
class NewerJavaTest {
  private static final int VERSION = 25;

  @TempDir Path folder;

  @Test
  void judgesANightOnJava25() throws Exception {
    Optional<Path> java = Javas.ofVersion(VERSION);
    Assumptions.assumeTrue(java.isPresent(), "no Java " + VERSION + " in the usual folders");
    Nightjar nightjar = new Nightjar(folder.resolve("data")).on(java.get());
    Path model = SampleModel.write(folder.resolve("model"));
    Path night = new SampleProducts(folder.resolve("night"), 25).write();

    assertThat(nightjar.run("models", "add", model.toString()).exits(0).err()).isEmpty();
    Nightjar.Outcome check = nightjar.run("check", "--json", night.toString()).exits(1);

    List<ObjectNode> lines = check.lines();
    assertThat(check.err().lines().filter(line -> !line.startsWith("Note: ")))
        .as("warnings of the newer Java")
        .isEmpty();
    assertThat(lines).filteredOn(line -> line.has("verdict")).hasSize(17);
    assertThat(lines).filteredOn(line -> line.has("problem")).hasSize(2);
    assertThat(lines).filteredOn(line -> line.at("/measurements").has("score")).hasSize(12);
  }
}
