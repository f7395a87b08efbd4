package org.nightjar.inference.internal.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxEngineTest {
  @Test
  void startsOnlyWhereItReportsToNobody() {
    assertThatCode(() -> OnnxEngine.requireSilence(Map.of("ORT_DISABLE_TELEMETRY", "1")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> OnnxEngine.requireSilence(Map.of()))
        .hasMessageContaining("UNAVAILABLE")
        .hasMessageContaining("set ORT_DISABLE_TELEMETRY=1");
  }

  @Test
  void testsRunInSilence() {
    assertThatCode(() -> OnnxEngine.requireSilence(System.getenv())).doesNotThrowAnyException();
  }
}
