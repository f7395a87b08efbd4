package org.nightjar.dispatch.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionOrderTest {
  @Test
  void comparesNumbersAsNumbersAndQualifiersAsText() {
    List<String> ascending =
        List.of("0.9", "1", "1.0.1", "1.2.0", "1.10.0", "1.10.0.SNAPSHOT", "1.10.0.a.b", "2.0.0");

    for (int i = 0; i < ascending.size(); i++) {
      for (int j = 0; j < ascending.size(); j++) {
        assertThat(
                Integer.signum(VersionOrder.INSTANCE.compare(ascending.get(i), ascending.get(j))))
            .as("%s and %s", ascending.get(i), ascending.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
    assertThat(VersionOrder.INSTANCE.compare("1.0", "1.0.0")).isZero();
  }
}
