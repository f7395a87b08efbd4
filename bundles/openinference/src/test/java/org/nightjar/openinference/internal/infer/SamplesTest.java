package org.nightjar.openinference.internal.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.openinference.internal.codec.InferRequest;
import org.nightjar.openinference.internal.codec.RequestReader;

class SamplesTest {
  /** Two images of any size and a number, as a network of two inputs. */
  private static final ModelInfo MODEL =
      new ModelInfo(
          "m",
          "1",
          "0".repeat(64),
          "t",
          "float32",
          List.of(
              new InputInfo("pair", List.of(2, 2, 3), List.of("a", "b")),
              new InputInfo("features", List.of(1), List.of("n"))),
          List.of(),
          Map.of());

  private static List<Sample> samples(String inputs) throws Exception {
    return samples(inputs, "{}");
  }

  private static List<Sample> samples(String inputs, String parameters) throws Exception {
    String json = "{\"inputs\":[%s],\"parameters\":%s}".formatted(inputs, parameters);
    InferRequest request =
        RequestReader.read(
            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
            OptionalLong.empty(),
            OptionalLong.empty());
    return Samples.of(Signature.of(MODEL), request);
  }

  private static String tensor(String name, String shape, String data) {
    return "{\"name\":\"%s\",\"shape\":%s,\"datatype\":\"FP32\",\"data\":%s}"
        .formatted(name, shape, data);
  }

  private static float[] values(Tensor tensor) {
    float[] values = new float[tensor.size()];
    tensor.values().get(values);
    return values;
  }

  @Test
  void theFirstAxisCountsSamples() throws Exception {
    List<Sample> samples =
        samples(
            String.join(
                ",",
                tensor("n", "[2]", "[7,8]"),
                tensor("a", "[2,1,2]", "[1,2,3,4]"),
                tensor("b", "[2,3,1]", "[1,2,3,4,5,6]")));
    assertThat(samples).hasSize(2);
    Map<String, Tensor> second = samples.get(1).channels();
    assertThat(samples.get(1).inputs()).isEmpty();
    assertThat(second).containsOnlyKeys("a", "b", "n");
    assertThat(second.get("a").shape()).containsExactly(1, 2);
    assertThat(values(second.get("a"))).containsExactly(3, 4);
    assertThat(second.get("b").shape()).containsExactly(3, 1);
    assertThat(values(second.get("b"))).containsExactly(4, 5, 6);
    assertThat(second.get("n").shape()).isEmpty();
    assertThat(values(second.get("n"))).containsExactly(8);
  }

  @Test
  void numbersMayHaveAnAxisOfOne() throws Exception {
    List<Sample> samples =
        samples(
            String.join(
                ",",
                tensor("a", "[1,1,1]", "[1]"),
                tensor("b", "[1,1,1]", "[1]"),
                tensor("n", "[1,1]", "[9]")));
    assertThat(samples.get(0).channels().get("n").shape()).isEmpty();
  }

  @Test
  void theNetworksOwnInputsArePrepared() throws Exception {
    String inputs =
        tensor("pair", "[1,2,2,3]", "[1,2,3,4,5,6,7,8,9,10,11,12]")
            + ","
            + tensor("features", "[1,1]", "[3]");
    for (String parameters : List.of("{}", "{\"prepared\":true}")) {
      Sample sample = samples(inputs, parameters).get(0);
      assertThat(sample.channels()).isEmpty();
      assertThat(sample.inputs().get("pair").shape()).containsExactly(2, 2, 3);
      assertThat(sample.inputs().get("features").shape()).containsExactly(1);
    }
    assertThatThrownBy(() -> samples(inputs, "{\"prepared\":false}"))
        .hasMessageContaining("the model takes [a, b, n]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[1,1,1]; [1,1,1]; [2]; do not agree on the number of samples: 1 and 2",
        "[1,1]; [1,1,1]; [1]; 'a' has shape [1, 1], a sample of it is [rows, columns]",
        "[1,1,1,1]; [1,1,1]; [1]; a sample of it is [rows, columns]",
        "[1]; [1,1,1]; [1]; a sample of it is [rows, columns]",
        "[1,1,1]; [1,1,1]; [1,2]; 'n' has shape [1, 2], a sample of it is []"
      })
  void shapesThatDoNotFitAreRefused(String a, String b, String n, String message) {
    assertThatThrownBy(
            () ->
                samples(
                    String.join(
                        ",",
                        tensor("a", a, data(a)),
                        tensor("b", b, data(b)),
                        tensor("n", n, data(n)))))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining(message);
  }

  private static String data(String shape) {
    int count = 1;
    for (String extent : shape.substring(1, shape.length() - 1).split(",")) {
      count *= Integer.parseInt(extent);
    }
    return "[" + "1,".repeat(count - 1) + "1]";
  }

  @Test
  void namesThatAreNotTheModelsAreRefused() {
    assertThatThrownBy(() -> samples(tensor("a", "[1,1,1]", "[1]")))
        .hasMessageContaining("has inputs [a], the model takes [a, b, n]");
    assertThatThrownBy(() -> samples(tensor("x", "[1]", "[1]")))
        .hasMessageContaining("has inputs [x], the model takes [a, b, n]");
    assertThatThrownBy(() -> samples(tensor("pair", "[1,1]", "[1]")))
        .hasMessageContaining("takes prepared [pair, features]");
  }

  @Test
  void preparedInputsHaveTheNetworksShape() {
    String wrong =
        tensor("pair", "[1,2,3,2]", "[1,2,3,4,5,6,7,8,9,10,11,12]")
            + ","
            + tensor("features", "[1,1]", "[3]");
    assertThatThrownBy(() -> samples(wrong))
        .hasMessageContaining("'pair' has shape [1, 2, 3, 2], a sample of it is [2, 2, 3]")
        .hasMessageContaining("inputs[0].shape");
  }

  @Test
  void tooManySamplesAreRefused() {
    assertThatThrownBy(
            () ->
                samples(
                    String.join(
                        ",",
                        tensor("a", "[5000,1,1]", data("[5000]")),
                        tensor("b", "[5000,1,1]", data("[5000]")),
                        tensor("n", "[5000]", data("[5000]")))))
        .hasMessageContaining("5000 samples in one request")
        .hasMessageContaining("at most 4096");
  }
}
