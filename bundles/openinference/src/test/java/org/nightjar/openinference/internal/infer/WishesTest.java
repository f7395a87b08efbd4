package org.nightjar.openinference.internal.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Urgency;
import org.nightjar.api.product.Priority;
import org.nightjar.openinference.internal.codec.RequestReader;

class WishesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

  private static Urgency urgency(String parameters) throws Exception {
    String json =
        "{\"parameters\":%s,\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]}"
            .formatted(parameters);
    return Wishes.urgency(
        RequestReader.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                OptionalLong.empty(),
                OptionalLong.empty())
            .parameters(),
        NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "0, BULK",
    "1, LIVE",
    "2, INTERACTIVE",
    "3, BULK",
    "9223372036854775807, BULK",
    "'\"live\"', LIVE",
    "'\"interactive\"', INTERACTIVE",
    "'\"bulk\"', BULK"
  })
  void priorityIsAWordOrTritonsNumber(String said, Priority expected) throws Exception {
    assertThat(urgency("{\"priority\":%s}".formatted(said)).priority()).isEqualTo(expected);
  }

  @Test
  void whoSaysNothingHasNoHurry() throws Exception {
    assertThat(urgency("{}")).isEqualTo(Urgency.BULK);
    assertThat(urgency("null")).isEqualTo(Urgency.BULK);
    assertThat(urgency("{\"timeout\":0}")).isEqualTo(Urgency.BULK);
  }

  @Test
  void timeoutIsInMicrosecondsFromTheRequestOn() throws Exception {
    assertThat(urgency("{\"timeout\":1500000}").deadline()).contains(NOW.plusMillis(1500));
    assertThat(urgency("{\"timeout\":9223372036854775807}").deadline())
        .hasValueSatisfying(deadline -> assertThat(deadline).isAfter(NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"priority\":-1}",
        "{\"priority\":1.5}",
        "{\"priority\":true}",
        "{\"priority\":\"LIVE\"}",
        "{\"priority\":\"1\"}",
        "{\"timeout\":-1}",
        "{\"timeout\":\"1\"}",
        "{\"timeout\":9223372036854775808}"
      })
  void anythingElseIsRefused(String parameters) {
    assertThatThrownBy(() -> urgency(parameters))
        .isInstanceOf(NightjarException.class)
        .hasMessageStartingWith("BAD_ARGUMENT");
  }
}
