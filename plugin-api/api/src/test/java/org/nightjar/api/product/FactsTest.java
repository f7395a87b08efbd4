package org.nightjar.api.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {
  @Test
  void smallNumbersAreWidenedAndNullsLeftOut() {
    Map<String, Object> values = new HashMap<>();
    values.put("fid", 2);
    values.put("rb", 0.5f);
    values.put("nothing", null);
    values.put("history", Arrays.asList(1, null, Map.of("jd", 2.5f)));
    Facts facts = new Facts(values);
    assertThat(facts.integer("fid")).hasValue(2);
    assertThat(facts.number("rb")).hasValue(0.5);
    assertThat(facts.has("nothing")).isFalse();
    assertThat(facts.list("history")).isEqualTo(List.of(1L, Map.of("jd", 2.5)));
  }

  @Test
  void whatWasHandedInCannotChangeThem() {
    Map<String, Object> inner = new HashMap<>(Map.of("a", 1L));
    Map<String, Object> values = new HashMap<>(Map.of("inner", inner));
    Facts facts = new Facts(values);
    inner.put("a", 2L);
    values.put("b", 3L);
    assertThat(facts).isEqualTo(new Facts(Map.of("inner", Map.of("a", 1L))));
    assertThatThrownBy(() -> facts.values().put("c", 1L))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aFactOfAnotherTypeIsAbsent() {
    Facts facts = new Facts(Map.of("text", "7", "real", 7.0, "flag", true));
    assertThat(facts.number("text")).isEmpty();
    assertThat(facts.integer("real")).isEmpty();
    assertThat(facts.flag("text")).isEmpty();
    assertThat(facts.list("text")).isEmpty();
    assertThat(facts.text("real")).hasValue("7.0");
    assertThat(facts.flag("flag")).hasValue(true);
  }

  @Test
  void withAddsAndRemoves() {
    Facts facts = Facts.NONE.with("a", 1).with("b", "x").with("a", null);
    assertThat(facts).isEqualTo(new Facts(Map.of("b", "x")));
  }

  @Test
  void otherObjectsAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Facts(Map.of("thread", Thread.currentThread())))
        .withMessageContaining("thread");
  }
}
