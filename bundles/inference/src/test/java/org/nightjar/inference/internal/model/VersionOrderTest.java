package org.nightjar.inference.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionOrderTest {
  @Test
  void ordersNumbersAsNumbersAndWordsBeforeThem() {
    List<String> ordered =
        Arrays.asList("alpha", "d6_m7", "1.0-rc1", "1.0", "1.0.1", "1.9", "1.10", "2", "20261120");
    List<String> shuffled = Arrays.asList(ordered.toArray(String[]::new));
    Collections.reverse(shuffled);
    shuffled.sort(VersionOrder.OLDEST_FIRST);
    assertThat(shuffled).containsExactlyElementsOf(ordered);
  }
}
