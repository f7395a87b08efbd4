package org.nightjar.metrics.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, units, labels and bounds: what they become, and which are refused. */
class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "inference.requests, '', nightjar_inference_requests",
    "inference.requests, requests, nightjar_inference_requests",
    "inference.wait, seconds, nightjar_inference_wait_seconds",
    "wait.seconds, seconds, nightjar_wait_seconds",
    "seconds, seconds, nightjar_seconds",
    "read.rate, bytes_per_second, nightjar_read_rate_bytes_per_second",
    "in.5min, '', nightjar_in_5min"
  })
  void aNameGetsPrefixAndUnit(String name, String unit, String exposed) {
    assertThat(MeterName.of(name, unit).exposed()).isEqualTo(exposed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Requests",
        "a b",
        "a..b",
        ".a",
        "a.",
        "5a",
        "a_b",
        "a-b",
        "a\n",
        "ä",
        "requests.total",
        "a.count",
        "a.sum",
        "a.bucket",
        "a.created",
        "a.info",
        "count"
      })
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> MeterName.of(name, "")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MB", "per second", "1", "total", "%"})
  void otherUnitsAreRefused(String unit) {
    assertThatThrownBy(() -> MeterName.of("name", unit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Model", "5", "a.b", "le", "__name__", "a__b", "a b"})
  void otherLabelsAreRefused(String label) {
    assertThatThrownBy(() -> LabelSet.of(Map.of(label, "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + label + "'");
  }

  @Test
  void tooManyLabelsAreRefused() {
    Map<String, String> labels = new TreeMap<>();
    for (char name = 'a'; name <= 'j'; name++) {
      labels.put(String.valueOf(name), "x");
    }
    assertThat(LabelSet.of(labels).pairs()).hasSize(10);
    labels.put("k", "x");
    assertThatThrownBy(() -> LabelSet.of(labels)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void longValuesAreCut() {
    assertThat(LabelSet.of(Map.of("a", "x".repeat(10_000))).pairs().get("a")).hasSize(200);
  }

  @Test
  void boundsMustBeFiniteAndAscending() {
    double[][] wrong = {
      {}, new double[101], {1, 1}, {2, 1}, {Double.NaN}, {1, Double.POSITIVE_INFINITY}, {0.0, -0.0}
    };
    for (double[] bounds : wrong) {
      assertThatThrownBy(() -> Definition.of(Kind.DISTRIBUTION, "wait", "Wait", "", bounds))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("nightjar_wait");
    }
  }
}
