package org.nightjar.inference.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.inference.TinyOnnx;

class TrialTest {
  @Test
  void theGraphIsASum() {
    assertThat(Trial.GRAPH)
        .isEqualTo(
            new TinyOnnx()
                .node("Add", List.of("x", "x"), "y")
                .input("x", -1, 4)
                .output("y", -1, 4)
                .model());
  }
}
