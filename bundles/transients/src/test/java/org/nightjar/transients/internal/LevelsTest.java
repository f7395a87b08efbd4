package org.nightjar.transients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LevelsTest {

  private static final Levels DEFAULTS = new Levels(0.5, 0.2);

  @Test
  void areThoseOfTheModelWhereItDeclaresThem() {
    assertThat(DEFAULTS.of(Map.of("real", 0.9, "bogus", 0.7), "drb"))
        .isEqualTo(new Levels(0.9, 0.7));
    assertThat(DEFAULTS.of(Map.of("drb", 0.65), "drb")).isEqualTo(new Levels(0.65, 0.65));
    assertThat(DEFAULTS.of(Map.of("other", 0.65), "drb")).isEqualTo(DEFAULTS);
  }

  @Test
  void keepTheOtherLevelWhereTheModelDeclaresOne() {
    assertThat(DEFAULTS.of(Map.of("real", 0.65), "drb")).isEqualTo(new Levels(0.65, 0.2));
    assertThat(DEFAULTS.of(Map.of("real", 0.1), "drb")).isEqualTo(new Levels(0.1, 0.1));
    assertThat(DEFAULTS.of(Map.of("bogus", 0.3), "drb")).isEqualTo(new Levels(0.5, 0.3));
    assertThat(DEFAULTS.of(Map.of("bogus", 0.8), "drb")).isEqualTo(new Levels(0.8, 0.8));
  }
}
