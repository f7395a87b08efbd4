package org.nightjar.openinference.internal.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Execution;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;
import org.nightjar.openinference.internal.codec.InferAnswer;
import org.nightjar.openinference.internal.codec.InferRequest;
import org.nightjar.openinference.internal.codec.OutputTensor;
import org.nightjar.openinference.internal.codec.RequestReader;

class GatheringTest {
  private static final ModelInfo MODEL =
      new ModelInfo(
          "m",
          "2",
          "0".repeat(64),
          "t",
          "float32",
          List.of(),
          List.of(output("y"), output("z")),
          Map.of());

  private static OutputInfo output(String name) {
    return new OutputInfo(name, List.of(-1), "value", "", List.of());
  }

  private static InferRequest request(String more) throws Exception {
    String json =
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]%s}"
            .formatted(more);
    return RequestReader.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private static Prediction prediction(String model, int micros, int size, String... notes) {
    Tensor tensor = Tensor.of(new float[size], size);
    return new Prediction(
        Map.of("y", tensor, "z", tensor),
        List.of(notes),
        new Execution(
            model, "cpu", micros, Duration.ofNanos(micros * 1500L), Duration.ofNanos(1000L)));
  }

  @Test
  void theAnswerSaysWhoAnsweredAndHowLongItTook() throws Exception {
    Gathering gathering = new Gathering(MODEL, request(",\"id\":\"i\""));
    gathering.take(prediction("m@1", 4, 2));
    gathering.take(prediction("m@1", 8, 2, "padded"));
    gathering.take(prediction("m@1", 2, 2));
    InferAnswer answer = gathering.answer();
    assertThat(answer.version()).isEqualTo("1");
    assertThat(answer.id()).contains("i");
    assertThat(answer.parameters())
        .isEqualTo(
            Map.of(
                "device",
                "cpu",
                "batch_size",
                8,
                "queue_us",
                12L,
                "compute_us",
                1L,
                "notes",
                "sample 1: padded"));
    assertThat(answer.outputs()).extracting(OutputTensor::name).containsExactly("y", "z");
    assertThat(answer.outputs().get(0).samples()).hasSize(3);
  }

  @Test
  void versionsThatChangedOnTheWayAreAllNamed() throws Exception {
    Gathering gathering = new Gathering(MODEL, request(""));
    gathering.take(prediction("m@3-rc1", 1, 2));
    gathering.take(prediction("m@1", 1, 2));
    gathering.take(prediction("m@3-rc1", 1, 2));
    assertThat(gathering.answer().version()).isEqualTo("3-rc1,1");
    assertThatThrownBy(() -> gathering.take(prediction("m@4", 1, 3)))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("the live version changed");
  }

  @Test
  void whereNobodySaysWhoAnsweredItIsTheOneAsked() throws Exception {
    Gathering gathering = new Gathering(MODEL, request(""));
    gathering.take(prediction("", 1, 1));
    assertThat(gathering.answer().version()).isEqualTo("2");
  }

  @Test
  void outputsAreThoseWantedInTheirOrder() throws Exception {
    Gathering gathering =
        new Gathering(
            MODEL,
            request(
                ",\"parameters\":{\"binary_data_output\":true},\"outputs\":[{\"name\":\"z\"},"
                    + "{\"name\":\"y\",\"parameters\":{\"binary_data\":false}}]"));
    gathering.take(prediction("m@2", 1, 1));
    assertThat(gathering.answer().outputs())
        .extracting(OutputTensor::name, OutputTensor::binary)
        .containsExactly(tuple("z", true), tuple("y", false));
    assertThatThrownBy(() -> new Gathering(MODEL, request(",\"outputs\":[{\"name\":\"q\"}]")))
        .hasMessageContaining("the model has no output 'q'")
        .hasMessageContaining("It has [y, z].");
  }

  @Test
  void anOutputThatIsMissingIsTheModelsFault() throws Exception {
    Gathering gathering = new Gathering(MODEL, request(""));
    Prediction half = Prediction.of(Map.of("y", Tensor.of(new float[1], 1)), List.of(), "cpu");
    assertThatThrownBy(() -> gathering.take(half)).hasMessageStartingWith("CONTRACT_BROKEN");
  }

  @Test
  void anAnswerOfMoreThanAFewMillionNumbersIsRefused() throws Exception {
    Gathering gathering = new Gathering(MODEL, request(",\"outputs\":[{\"name\":\"y\"}]"));
    Prediction large = prediction("m@2", 1, 1 << 22);
    for (int i = 0; i < 4; i++) {
      gathering.take(large);
    }
    assertThatThrownBy(() -> gathering.take(large))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("more than 16777216 numbers");
  }
}
