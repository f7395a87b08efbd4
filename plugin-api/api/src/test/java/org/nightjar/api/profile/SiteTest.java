package org.nightjar.api.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {
  @ParameterizedTest
  @CsvSource({
    // Greenwich: noon is 12:00 UTC.
    "0, 2026-11-20T11:59:59Z, 2026-11-19",
    "0, 2026-11-20T12:00:00Z, 2026-11-20",
    // Cerro Tololo, 70.8 degrees west: noon is 16:43:12 UTC, midnight is early on the next UTC day.
    "-70.8, 2026-11-20T16:43:11Z, 2026-11-19",
    "-70.8, 2026-11-20T16:43:12Z, 2026-11-20",
    "-70.8, 2026-11-21T05:00:00Z, 2026-11-20",
    // Siding Spring, 149.1 degrees east: noon is 02:03:36 UTC.
    "149.1, 2026-11-20T02:03:35Z, 2026-11-19",
    "149.1, 2026-11-20T02:03:36Z, 2026-11-20",
  })
  void aNightGoesFromNoonToNoonOfTheSite(double longitude, Instant moment, LocalDate night) {
    assertThat(new Site("here", longitude, 0, 0).night(moment)).isEqualTo(night);
  }

  @Test
  void aSiteIsOnEarth() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Site("x", 181, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Site("x", 0, Double.NaN, 0));
  }
}
