package org.nightjar.inference.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.inference.internal.client.Quota;

class QuotasTest {
  private static Map<String, Quota> read(String... entries) {
    return Quotas.read(entries);
  }

  @Test
  void readsWhatIsSaidAndKeepsTheDefaultForTheRest() {
    Map<String, Quota> quotas =
        read("org.example.vetting share=2 time=0.5 queue=100 megabytes=1.5 leases=4", "other");
    assertThat(quotas.get("org.example.vetting")).isEqualTo(new Quota(2, 0.5, 100, 3 << 19, 4));
    assertThat(quotas.get("other")).isEqualTo(Quota.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "p shares=2, 'shares' is not known",
    "p share=much, 'share=much' is not KEY=NUMBER",
    "p share, 'share' is not KEY=NUMBER",
    "p time=2, time above 0 and at most 1",
    "p share=0, share and queue must be above 0",
  })
  void saysWhatIsWrong(String entry, String why) {
    assertThatThrownBy(() -> read(entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("inference.quotas: '" + entry + "': ")
        .hasMessageContaining(why)
        .hasMessageContaining("write PLUGIN and any of share=2");
  }
}
