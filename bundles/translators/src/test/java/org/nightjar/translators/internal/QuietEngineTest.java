package org.nightjar.translators.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import ai.djl.engine.Engine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;

class QuietEngineTest {
  @Test
  void startsOnlyWhereItReportsToNobody() {
    assertThatCode(() -> QuietEngine.requireSilence(Map.of("ORT_DISABLE_TELEMETRY", "1")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> QuietEngine.requireSilence(Map.of("ORT_DISABLE_TELEMETRY", "0")))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("would report to its makers")
        .hasMessageContaining("set ORT_DISABLE_TELEMETRY=1");
  }

  @Test
  void thereIsOneEngineWhateverLoaderTheCallerHas() throws Exception {
    ClassLoader nothing = new ClassLoader(null) {};
    Thread.currentThread().setContextClassLoader(nothing);
    try (Model first = QuietEngine.emptyModel("a");
        Model second = QuietEngine.emptyModel("b")) {
      assertThat(first.getName()).isEqualTo("a");
      assertThat(first.getNDManager().getEngine())
          .isSameAs(second.getNDManager().getEngine())
          .isSameAs(Engine.getEngine("OnnxRuntime"));
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(nothing);
      assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
  }
}
