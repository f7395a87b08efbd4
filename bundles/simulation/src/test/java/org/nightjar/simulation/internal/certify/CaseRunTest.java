package org.nightjar.simulation.internal.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.validate.ReferenceCase;
import org.nightjar.testkit.TestCall;

class CaseRunTest {
  private static final String CASES =
      """
      {"schema": "sky-simulation-reference/1", "cases": [
        {"id": "A", "group": "g", "inputs": {"x": 2}, "checks": [
          {"quantity": "square", "value": 4, "compare": "close", "rel": 1e-9, "abs": 0},
          {"quantity": "square", "value": 5, "compare": "close", "rel": 1e-9, "abs": 0},
          {"quantity": "cube", "value": 8, "compare": "exact"},
          {"quantity": "square", "value": 3, "compare": "info"}]},
        {"id": "B", "group": "g", "inputs": {"x": -1}, "checks": [
          {"quantity": "square", "value": 1, "compare": "exact"}]}]}
      """;

  @TempDir private Path folder;

  private static Optional<JsonNode> square(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    if (!check.path("quantity").asText().equals("square")) {
      return Optional.empty();
    }
    double x = reference.inputs().path("x").asDouble();
    if (x < 0) {
      throw NightjarException.of(StandardError.BAD_ARGUMENT, "x is negative", "x", "");
    }
    return Optional.of(DoubleNode.valueOf(x * x));
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("cases.json"), text);
  }

  private boolean run(TestCall call, String text) throws Exception {
    return new CaseRun(call, List.of(CaseRunTest::square)).run(file(text));
  }

  @Test
  void saysOfEveryCheckHowItEnded() throws Exception {
    TestCall call = TestCall.in(folder);
    assertThat(run(call, CASES)).isFalse();
    assertThat(call.lines().get(0)).matches("passed +A +square");
    assertThat(call.lines().get(1)).startsWith("failed").contains("times the tolerance at 5");
    assertThat(call.lines().get(2)).startsWith("not-evaluated").contains("no model here");
    assertThat(call.lines().get(3)).startsWith("not-evaluated").contains("for the record");
    assertThat(call.lines().get(4)).startsWith("failed").contains("x is negative");
    assertThat(call.printed())
        .contains("5 checks of 2 cases in cases.json")
        .contains("1 passed, 2 failed, 2 not evaluated");
  }

  @Test
  void saysItAsJson() throws Exception {
    TestCall call = TestCall.in(folder, "--json");
    run(call, CASES);
    JsonNode first = JsonLine.read(call.lines().get(0), "");
    assertThat(first.path("case").asText()).isEqualTo("A");
    assertThat(first.path("quantity").asText()).isEqualTo("square");
    assertThat(first.path("result").asText()).isEqualTo("passed");
    assertThat(first.path("got").asDouble()).isEqualTo(4);
    assertThat(first.path("expected").asDouble()).isEqualTo(4);
    JsonNode third = JsonLine.read(call.lines().get(2), "");
    assertThat(third.path("result").asText()).isEqualTo("not-evaluated");
    assertThat(third.path("got").isNull()).isTrue();
    assertThat(call.lines()).hasSize(5);
    assertThat(call.said()).contains("\"failed\":2");
  }

  @Test
  void allIsWellIfNothingFailed() throws Exception {
    assertThat(
            run(
                TestCall.in(folder),
                CASES.replace("\"value\": 5", "\"value\": 4").replace("-1", "1")))
        .isTrue();
  }

  @Test
  void namesWhatIsWrongWithAFile() throws Exception {
    refuses("{", "broken JSON", "cases.json:1");
    refuses("{}", "the schema is not", "cases.json");
    refuses("{\"schema\": \"sky-simulation-reference/1\"}", "there are no cases", "cases.json");
    refuses(CASES.replace("\"B\"", "\"A\""), "two cases have the id A", "cases.json");
    refuses(CASES.replace("\"compare\": \"exact\"}", "\"x\": 1}"), "needs quantity", ": A");
    assertThatThrownBy(
            () -> new CaseRun(TestCall.in(folder), List.of()).run(folder.resolve("missing.json")))
        .hasMessageContaining("UNREADABLE");
  }

  private void refuses(String text, String message, String place) {
    assertThatThrownBy(() -> run(TestCall.in(folder), text))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining(message)
        .hasMessageContaining(place);
  }

  @Test
  void endsWhenNobodyWaits() throws Exception {
    TestCall call = TestCall.in(folder);
    call.cancel();
    assertThatThrownBy(() -> run(call, CASES)).hasMessageContaining("CANCELLED");
  }
}
