package org.nightjar.api.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
  @ParameterizedTest
  @CsvSource({
    "DECam, DECAM, true",
    "DECam*, decam_wire, true",
    "*flat*, 'dome flat ', true",
    "*_DQ, S29_DQ, true",
    "*_DQ, S29_DQX, false",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXbYbZ, false",
    "*, '', true",
    "'', '', true",
    "'', x, false",
    "zero, zeros, false",
  })
  void starsStandForAnything(String pattern, String text, boolean same) {
    assertThat(Wildcard.matches(pattern, text)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({"40, 5000"})
  void manyStarsDoNotTakeForEver(int stars, int letters) {
    assertThat(Wildcard.matches("a*".repeat(stars) + "b", "a".repeat(letters))).isFalse();
  }
}
