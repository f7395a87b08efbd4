package org.nightjar.inference.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.inference.ChildJvm;

class HostileGraphsTest {
  @TempDir private Path folder;

  @Test
  void nineHundredDamagedGraphsCrashNothing() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm().addressSpace(8192).run(HostileGraphs.class, folder, 900, 1);
    assertThat(ended.status()).as(ended.output()).isZero();
    assertThat(ended.output())
        .contains("ended: {")
        .contains("refused at sight=")
        .contains("refused by the engine=")
        .contains("ran=");
  }
}
