package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.samples.SampleProducts;

/**
 * Several commands at once on one data folder, as {@code xargs -P} starts them: one after the
 * other.
 */
class TwoCommandsTest {
  @TempDir Path folder;

  @Test
  void theSecondWaitsForTheFirst() throws Exception {
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    Path one = folder.resolve("one.fits");
    Path two = folder.resolve("two.fits");
    SampleProducts.tinyExposure(one, 1);
    SampleProducts.tinyExposure(two, 2);

    Process first = nightjar.start("check", one.toString());
    Process second = nightjar.start("check", two.toString());
    assertThat(List.of(first.waitFor(), second.waitFor())).isSubsetOf(0, 1);

    List<ObjectNode> ledger = nightjar.run("ledger", "--json").exits(0).lines();
    assertThat(LedgerLines.sum(ledger, "reported")).isEqualTo(2);
  }
}
