package org.nightjar.openinference.internal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** Bodies that are no requests are answered as bad requests, whatever is wrong with them. */
class HostileRequestTest {
  private static final int COPIES = 5 * Integer.getInteger("nightjar.corrupted.copies", 1000);
  private static final int MOST_EDITS = 6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"inputs\":[]}",
        "{\"inputs\":null}",
        "{\"inputs\":{}}",
        "{\"inputs\":[1]}",
        "{\"inputs\":[{}]}",
        "{\"inputs\":[{\"name\":\"x\"}]}",
        "{\"inputs\":[{\"name\":1,\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]} x",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]}{}",
        "{\"id\":1,\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]},"
            + "{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1],\"data\":[1]}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}],\"inputs\":[]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1],"
            + "\"parameters\":{\"binary_data_size\":4}}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}],"
            + "\"outputs\":[{\"name\":\"y\"},{\"name\":\"y\"}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}],\"outputs\":[{}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}],"
            + "\"outputs\":[{\"name\":\"y\",\"parameters\":{\"classification\":3}}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\","
            + "\"parameters\":{\"shared_memory_region\":\"r\"}}]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}],"
            + "\"parameters\":{\"sequence_id\":5}}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}],"
            + "\"parameters\":[]}",
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]}],"
            + "\"parameters\":{\"binary_data_output\":\"yes\"}}"
      })
  void whatIsNoRequestIsABadOne(String json) {
    assertBad(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[]; FP32; [1]",
        "[0]; FP32; []",
        "[2,0]; FP32; [[],[]]",
        "[-1]; FP32; [1]",
        "[1.0]; FP32; [1]",
        "[\"1\"]; FP32; [1]",
        "1; FP32; [1]",
        "null; FP32; [1]",
        "[1,1,1,1,1,1,1,1,1]; FP32; [1]",
        "[65536,65536]; FP32; [1]",
        "[2147483647,2147483647,2147483647,2147483647]; FP32; [1]",
        "[9223372036854775807]; FP32; [1]",
        "[2147483647]; FP32; [1]",
        "[1]; BYTES; [\"a\"]",
        "[1]; BOOL; [true]",
        "[1]; UINT64; [1]",
        "[1]; BF16; [1]",
        "[1]; fp32; [1]",
        "[1]; FP32; 1",
        "[1]; FP32; null",
        "[1]; FP32; {}",
        "[1]; FP32; [\"1\"]",
        "[1]; FP32; [true]",
        "[1]; FP32; [{}]",
        "[1]; FP32; []",
        "[1]; FP32; [1,2]",
        "[3]; FP32; [1,2]",
        "[2,2]; FP32; [[1,2],[3]]",
        "[2,2]; FP32; [[1],[2,3,4]]",
        "[2,2]; FP32; [[1,2],3,4]",
        "[2,2]; FP32; [1,2,[3,4]]",
        "[2,2]; FP32; [1,2,3,4,[]]",
        "[2,2]; FP32; [[],1,2,3,4]",
        "[2,3]; FP32; [[1,2],[3,4],[5,6]]",
        "[2,2]; FP32; [[[1,2],[3,4]]]",
        "[1]; FP32; [[[[[[[[[[[[1]]]]]]]]]]]]",
        "[1]; INT8; [128]",
        "[1]; INT8; [1.5]",
        "[1]; INT8; [null]",
        "[1]; UINT8; [-1]",
        "[1]; UINT8; [256]",
        "[1]; INT32; [2147483648]",
        "[1]; UINT32; [4294967296]",
        "[1]; INT64; [9223372036854775808]",
        "[1]; FP32; [1e]",
        "[1]; FP32; [01]",
        "[1]; FP32; [.5]"
      })
  void whatIsNoTensorIsABadRequest(String shape, String datatype, String data) {
    assertThatThrownBy(() -> Bodies.input(shape, datatype, data))
        .isInstanceOfSatisfying(NightjarException.class, HostileRequestTest::isBad);
  }

  @Test
  void nothingIsNestedOrLongWithoutEnd() {
    String deep = "[".repeat(200_000);
    assertBad("{\"x\":" + deep);
    assertBad("{\"inputs\":[{\"name\":\"x\",\"data\":" + deep);
    assertBad("{\"parameters\":{\"x\":" + "{\"a\":".repeat(200_000));
    assertBad("{\"id\":\"" + "a".repeat(1 << 20) + "\"}");
    assertBad("{\"" + "a".repeat(1 << 20) + "\":1}");
    assertBad("{\"x\":" + "1".repeat(1 << 20) + "}");
    StringBuilder many = new StringBuilder("{\"inputs\":[");
    for (int i = 0; i < 300; i++) {
      many.append(
          "{\"name\":\"x%d\",\"shape\":[1],\"datatype\":\"FP32\",\"data\":[1]},".formatted(i));
    }
    assertBad(many.append("{}]}").toString());
    StringBuilder parameters = new StringBuilder("{\"parameters\":{");
    for (int i = 0; i < 300; i++) {
      parameters.append("\"p%d\":1,".formatted(i));
    }
    assertBad(parameters.append("\"q\":1}}").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3", "5", "-4", "4.0", "\"4\"", "9223372036854775807", "99999999999999999999"})
  void aSizeThatDoesNotFitTheShapeIsNotBelieved(String size) {
    String json =
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[1],\"datatype\":\"FP32\",\"parameters\":{\"binary_data_size\":%s}}]}"
            .formatted(size);
    byte[] body = Bodies.join(json, Bodies.floats(1, 2));
    assertThatThrownBy(() -> Bodies.read(body, OptionalLong.of(json.length())))
        .isInstanceOfSatisfying(NightjarException.class, HostileRequestTest::isBad);
  }

  /** 2 GiB are claimed, with and without a length of the body; memory for them is not taken. */
  @Test
  void aClaimIsNotAllocated() {
    String json =
        "{\"inputs\":[{\"name\":\"x\",\"shape\":[536870911],\"datatype\":\"FP32\",\"parameters\":{\"binary_data_size\":2147483644}}]}";
    byte[] body = Bodies.join(json, Bodies.floats(1));
    OptionalLong front = OptionalLong.of(json.length());
    long before = allocated();
    assertThatThrownBy(() -> Bodies.read(body, OptionalLong.of(body.length), front))
        .isInstanceOfSatisfying(NightjarException.class, HostileRequestTest::isBad);
    assertThatThrownBy(() -> Bodies.read(body, OptionalLong.empty(), front))
        .isInstanceOfSatisfying(NightjarException.class, HostileRequestTest::isBad);
    assertThatThrownBy(() -> Bodies.input("[2147483647]", "FP32", "[1,2,3]"))
        .isInstanceOfSatisfying(NightjarException.class, HostileRequestTest::isBad);
    assertThat(allocated() - before).isLessThan(64 << 20);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void changedCopiesOfGoodBodiesAreReadOrRefused() {
    String json =
        "{\"id\":\"a\",\"parameters\":{\"priority\":\"live\",\"binary_data_output\":true},"
            + "\"inputs\":[{\"name\":\"x\",\"shape\":[2,2],\"datatype\":\"FP32\",\"data\":[[1,2.5],[null,4]]},"
            + "{\"name\":\"y\",\"shape\":[2],\"datatype\":\"INT16\",\"parameters\":{\"binary_data_size\":4}}],"
            + "\"outputs\":[{\"name\":\"z\",\"parameters\":{\"binary_data\":true}}]}";
    byte[] good = Bodies.join(json, new byte[] {1, 2, 3, 4});
    SplittableRandom random = new SplittableRandom(20_261_120);
    int taken = 0;
    for (int copy = 0; copy < COPIES; copy++) {
      byte[] body = change(good, random);
      long front = json.length() + (random.nextInt(4) == 0 ? random.nextInt(-9, 10) : 0);
      try {
        InferRequest request = Bodies.read(body, OptionalLong.of(front));
        assertThat(request.inputs()).isNotEmpty();
        for (InputTensor tensor : request.inputs()) {
          assertThat(tensor.values().remaining())
              .isEqualTo(Arrays.stream(tensor.shape()).reduce(1, Math::multiplyExact));
        }
        taken++;
      } catch (NightjarException e) {
        isBad(e);
      }
    }
    assertThat(taken).isBetween(COPIES / 1000, COPIES * 9 / 10);
  }

  private static byte[] change(byte[] good, SplittableRandom random) {
    byte[] body = good.clone();
    for (int edit = random.nextInt(MOST_EDITS); edit >= 0; edit--) {
      int at = random.nextInt(body.length);
      switch (random.nextInt(4)) {
        case 0 -> body[at] = (byte) random.nextInt(256);
        case 1 -> body[at] = (byte) "{}[]\",:0123456789-.eE".charAt(random.nextInt(21));
        case 2 -> {
          int to = random.nextInt(body.length);
          int length = Math.min(random.nextInt(12), body.length - Math.max(at, to));
          System.arraycopy(body, at, body, to, length);
        }
        default -> body = Arrays.copyOf(body, Math.max(1, body.length - random.nextInt(3)));
      }
    }
    return body;
  }

  private static void assertBad(String json) {
    byte[] body = json.getBytes(UTF_8);
    assertThatThrownBy(() -> Bodies.read(body, OptionalLong.empty()))
        .as(json.substring(0, Math.min(80, json.length())))
        .isInstanceOfSatisfying(NightjarException.class, HostileRequestTest::isBad);
  }

  private static void isBad(NightjarException e) {
    assertThat(e.problem().code()).isEqualTo(StandardError.BAD_ARGUMENT.name());
  }
}
