package org.nightjar.inference.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.inference.ChildJvm;

class TightMemoryTest {
  @TempDir private Path folder;

  @Test
  void whatAsksForTooMuchFailsAloneAndIsKnownForIt() throws Exception {
    ChildJvm.Ended ended = new ChildJvm().addressSpace(3072).run(TightMemory.class, folder);
    assertThat(ended.status()).as(ended.output()).isZero();
    assertThat(ended.output())
        .containsSubsequence("64 pixels: ran", "4096 pixels: OUT_OF_MEMORY", "64 pixels: ran")
        .contains("ConstantOfShape 8589934592: OUT_OF_MEMORY")
        .contains("Expand 1099511627776: OUT_OF_MEMORY")
        .contains("after all: ran");
  }
}
