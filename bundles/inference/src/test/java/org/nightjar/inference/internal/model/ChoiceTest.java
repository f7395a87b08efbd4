package org.nightjar.inference.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;

class ChoiceTest {
  @Test
  void survivesBeingWritten() throws NightjarException {
    Choice choice =
        new Choice(
            Map.of("1.2", "taken back: \"NaN\"", "1.3", "1.1 was promoted"),
            Optional.of(new Choice.Trial("1.4", 200)));
    assertThat(Choice.read(choice.json(), "here")).isEqualTo(choice);
    assertThat(Choice.read(Choice.NONE.json(), "here")).isEqualTo(Choice.NONE);
  }

  @Test
  void passesOverAndTakesBackUp() {
    Choice choice = Choice.NONE.trying(new Choice.Trial("2", 10));
    assertThat(choice.allows("1")).isTrue();
    assertThat(choice.allows("2")).as("on trial").isFalse();
    assertThat(choice.with("2").allows("2")).isTrue();
    Choice without = choice.without("2", "bad");
    assertThat(without.allows("2")).isFalse();
    assertThat(without.trial()).isEmpty();
    assertThat(without.with("2")).isEqualTo(Choice.NONE);
  }

  @Test
  void aDamagedFileIsNamed() {
    assertThatThrownBy(() -> Choice.read("{\"passedOver\":", "models/m/choice.json"))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("models/m/choice.json");
  }
}
