package org.nightjar.openinference.internal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

class EncodedAnswerTest {
  private static final List<Tensor> SAMPLES =
      List.of(
          Tensor.of(new float[] {0.1f, -2}, 2),
          Tensor.of(new float[] {Float.NaN, Float.POSITIVE_INFINITY}, 2));

  private static EncodedAnswer encode(OutputTensor... outputs) throws NightjarException {
    return EncodedAnswer.of(
        new InferAnswer(
            "m", "1.2", Optional.of("7\"7"), Map.of("batch_size", 3), List.of(outputs)));
  }

  @Test
  void numbersAreTextWithTheirShape() throws Exception {
    EncodedAnswer answer = encode(new OutputTensor("y", SAMPLES, false));
    assertThat(answer.json()).isEmpty();
    assertThat(new String(answer.body(), UTF_8))
        .isEqualTo(
            "{\"model_name\":\"m\",\"model_version\":\"1.2\",\"id\":\"7\\\"7\","
                + "\"parameters\":{\"batch_size\":3},\"outputs\":[{\"name\":\"y\","
                + "\"datatype\":\"FP32\",\"shape\":[2,2],\"data\":[0.1,-2.0,null,null]}]}");
  }

  @Test
  void binaryOutputsFollowInTheirOrder() throws Exception {
    Tensor single = Tensor.of(new float[] {5});
    EncodedAnswer answer =
        encode(
            new OutputTensor("y", SAMPLES, true),
            new OutputTensor("text", List.of(single), false),
            new OutputTensor("z", List.of(single, single), true));
    int json = answer.json().orElseThrow();
    assertThat(new String(answer.body(), 0, json, UTF_8))
        .contains("\"shape\":[2,2],\"parameters\":{\"binary_data_size\":16}}")
        .contains("{\"name\":\"text\",\"datatype\":\"FP32\",\"shape\":[1],\"data\":[5.0]}")
        .endsWith("\"shape\":[2],\"parameters\":{\"binary_data_size\":8}}]}");
    assertThat(Arrays.copyOfRange(answer.body(), json, answer.body().length))
        .isEqualTo(Bodies.floats(0.1f, -2, Float.NaN, Float.POSITIVE_INFINITY, 5, 5));
  }

  @Test
  void textOfMoreThanAFewMillionNumbersIsRefused() {
    Tensor large = Tensor.of(new float[1 << 20], 1 << 20);
    OutputTensor output = new OutputTensor("y", Collections.nCopies(5, large), false);
    assertThatThrownBy(() -> encode(output))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("5242880 numbers, too many for JSON")
        .hasMessageContaining("binary_data_output");
  }
}
