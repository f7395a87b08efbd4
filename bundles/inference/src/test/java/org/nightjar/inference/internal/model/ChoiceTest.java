package org.nightjar.inference.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;

class ChoiceTest {
  @Test
  void survivesBeingWritten() throws NightjarException {
    Choice choice =
        new Choice(
            Map.of("1.2", "taken back: \"NaN\"", "1.3", "1.1 was promoted"),
            Set.of("1.1", "1.0+int8"),
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
  void remembersWhoWasPromotedUntilItIsPassedOver() {
    Choice promoted = Choice.NONE.trying(new Choice.Trial("2", 10)).promoting("2");
    assertThat(promoted.promoted()).containsExactly("2");
    assertThat(promoted.trial()).isEmpty();
    assertThat(promoted.with("1").promoted()).containsExactly("2");
    assertThat(promoted.without("2", "bad").promoted()).isEmpty();
  }

  @Test
  void readsWhatWasWrittenBeforeThereWereVariants() throws NightjarException {
    assertThat(Choice.read("{\"passedOver\":{\"1.2\":\"bad\"}}", "here"))
        .isEqualTo(Choice.NONE.without("1.2", "bad"));
  }

  @Test
  void aDamagedFileIsNamed() {
    assertThatThrownBy(() -> Choice.read("{\"passedOver\":", "models/m/choice.json"))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("models/m/choice.json");
  }
}
