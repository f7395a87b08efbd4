package org.nightjar.openinference.internal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;

class RequestReaderTest {
  private static final String TWO =
      "{\"inputs\":[{\"name\":\"x\",\"shape\":[1,2],\"datatype\":\"FP32\","
          + "\"parameters\":{\"binary_data_size\":8}},"
          + "{\"name\":\"n\",\"shape\":[1],\"datatype\":\"INT16\","
          + "\"parameters\":{\"binary_data_size\":2}}]}";
  private static final byte[] SEVEN = {7, 0};

  @Test
  void everythingThatARequestMaySay() throws Exception {
    InferRequest request =
        Bodies.read(
            """
            {"model_name": "ignored", "id": "42",
             "parameters": {"priority": 1, "timeout": 5000, "custom": "x", "nested": {"a": [1]},
                            "binary_data_output": true, "on": true, "half": 0.5},
             "inputs": [
               {"name": "x", "shape": [2, 1, 3], "datatype": "FP32", "data": [1, 2.5, -3e2, 4, 5, 6]},
               {"data": [1, 2], "datatype": "UINT8", "more": [[]], "shape": [2], "name": "n"}],
             "outputs": [{"name": "y"}, {"name": "z", "parameters": {"binary_data": false}}]}
            """);
    assertThat(request.id()).contains("42");
    assertThat(request.parameters().count("priority")).contains(1L);
    assertThat(request.parameters().text("custom")).contains("x");
    assertThat(request.parameters().flag("on")).contains(true);
    assertThat(request.binary()).isTrue();
    assertThat(request.inputs()).extracting(InputTensor::name).containsExactly("x", "n");
    assertThat(request.inputs().get(0).shape()).containsExactly(2, 1, 3);
    assertThat(Bodies.values(request.inputs().get(0))).containsExactly(1, 2.5f, -300, 4, 5, 6);
    assertThat(Bodies.values(request.inputs().get(1))).containsExactly(1, 2);
    assertThat(request.outputs())
        .containsExactly(new OutputWish("y", true), new OutputWish("z", false));
  }

  @Test
  void dataMayBeNestedAsTheShapeIsAndHoldWhatIsBlank() throws Exception {
    InferRequest request =
        Bodies.input("[2,2,2]", "FP64", "[[[1,null],[NaN,-Infinity]],[[1e39,0.1],[3,4]]]");
    assertThat(Bodies.values(request.inputs().get(0)))
        .containsExactly(
            1, Float.NaN, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 0.1f, 3, 4);
  }

  @Test
  void manyNumbersAreReadWhereverTheShapeStands() throws Exception {
    StringBuilder data = new StringBuilder("[0");
    for (int i = 1; i < 100_000; i++) {
      data.append(',').append(i / 8.0);
    }
    data.append(']');
    for (String json :
        List.of(
            "{\"inputs\":[{\"shape\":[100000],\"data\":%s,\"name\":\"x\",\"datatype\":\"FP32\"}]}",
            "{\"inputs\":[{\"data\":%s,\"shape\":[100000],\"name\":\"x\",\"datatype\":\"FP32\"}]}")) {
      float[] values = Bodies.values(Bodies.read(json.formatted(data)).inputs().get(0));
      assertThat(values).hasSize(100_000);
      assertThat(values[99_999]).isEqualTo(99_999 / 8.0f);
    }
  }

  @Test
  void binaryTensorsFollowTheJsonInItsOrder() throws Exception {
    byte[] body = Bodies.join(TWO, Bodies.floats(1.5f, Float.NaN), SEVEN);
    OptionalLong json = OptionalLong.of(TWO.length());
    for (OptionalLong length : List.of(OptionalLong.of(body.length), OptionalLong.empty())) {
      InferRequest request = Bodies.read(body, length, json);
      assertThat(Bodies.values(request.inputs().get(0))).containsExactly(1.5f, Float.NaN);
      assertThat(Bodies.values(request.inputs().get(1))).containsExactly(7);
    }
  }

  @Test
  void binaryAndJsonTensorsMayMix() throws Exception {
    String json =
        "{\"inputs\":[{\"name\":\"a\",\"shape\":[2],\"datatype\":\"FP32\",\"data\":[1,2]},"
            + "{\"name\":\"b\",\"shape\":[1],\"datatype\":\"FP32\","
            + "\"parameters\":{\"binary_data_size\":4}}]}";
    InferRequest request =
        Bodies.read(Bodies.join(json, Bodies.floats(9)), OptionalLong.of(json.length()));
    assertThat(Bodies.values(request.inputs().get(0))).containsExactly(1, 2);
    assertThat(Bodies.values(request.inputs().get(1))).containsExactly(9);
  }

  @ParameterizedTest
  @CsvSource({
    "FP16, 2, 00c00100, -2 5.9604645e-8",
    "FP32, 2, 0000803f0000c07f, 1 NaN",
    "FP64, 1, 000000000000f83f, 1.5",
    "INT8, 2, 80ff, -128 -1",
    "INT16, 2, 0080ff7f, -32768 32767",
    "INT32, 2, 00000080ffffff7f, -2147483648 2147483647",
    "INT64, 1, ffffffffffffff7f, 9223372036854775807",
    "UINT8, 2, 80ff, 128 255",
    "UINT16, 2, 0080ffff, 32768 65535",
    "UINT32, 2, 00000080ffffffff, 2147483648 4294967295"
  })
  void typesBecomeSinglePrecision(String type, int count, String hexadecimal, String expected)
      throws Exception {
    byte[] bytes = HexFormat.of().parseHex(hexadecimal);
    String json =
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[%d],\"datatype\":\"%s\",\"parameters\":{\"binary_data_size\":%d}}]}"
            .formatted(count, type, bytes.length);
    InferRequest request = Bodies.read(Bodies.join(json, bytes), OptionalLong.of(json.length()));
    float[] values = Bodies.values(request.inputs().get(0));
    assertThat(values).hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(Float.compare(values[i], Float.parseFloat(expected.split(" ")[i]))).isZero();
    }
  }

  @Test
  void doublePrecisionIsRoundedNotCut() throws Exception {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putDouble(0.1)
            .putDouble(-1e300)
            .array();
    String json =
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[2],\"datatype\":\"FP64\",\"parameters\":{\"binary_data_size\":16}}]}";
    InferRequest request = Bodies.read(Bodies.join(json, bytes), OptionalLong.of(json.length()));
    assertThat(Bodies.values(request.inputs().get(0)))
        .containsExactly(0.1f, Float.NEGATIVE_INFINITY);
  }

  @Test
  void whatIsSentIsNotLongerAndNotShorterThanAnnounced() {
    OptionalLong json = OptionalLong.of(TWO.length());
    byte[] all = Bodies.join(TWO, Bodies.floats(1, 2), SEVEN);
    assertRefused(Arrays.copyOf(all, all.length - 1), json, "ends before the tensor's 2");
    assertRefused(Arrays.copyOf(all, all.length - 3), json, "ends before the tensor's 8");
    assertRefused(Arrays.copyOf(all, all.length + 1), json, "body is longer");
    assertRefused(all, OptionalLong.empty(), "no JSON that can be read");
    assertRefused(all, OptionalLong.of(TWO.length() - 1), "no JSON that can be read");
    assertRefused(all, OptionalLong.of(TWO.length() + 1), "no JSON that can be read");
    assertRefused(TWO.getBytes(UTF_8), OptionalLong.empty(), "nothing says where the JSON ends");
    assertRefused(
        TWO.getBytes(UTF_8), OptionalLong.of(TWO.length() + 9), "ends before its JSON does");
    assertRefused(TWO.getBytes(UTF_8), OptionalLong.of(0), "no JSON object");
  }

  private static void assertRefused(byte[] body, OptionalLong json, String message) {
    for (OptionalLong length : List.of(OptionalLong.of(body.length), OptionalLong.empty())) {
      assertThatThrownBy(() -> Bodies.read(body, length, json))
          .isInstanceOf(NightjarException.class)
          .hasMessageStartingWith("BAD_ARGUMENT")
          .hasMessageContaining(message);
    }
  }
}
