package org.nightjar.inference.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.inference.ChildJvm;

/**
 * A real accelerator's path on a card that is software: a core of ONNX Runtime with WebGPU, and
 * SwiftShader, which is Vulkan on the processor. {@code .ci/run} says where they come from.
 */
class WebGpuTest {
  private static final Path PIECES = Path.of(System.getProperty("nightjar.webgpu", "absent"));
  private static final Path CORE = PIECES.resolve("libonnxruntime.so.1");
  private static final Path CARD = PIECES.resolve("vk_swiftshader_icd.json");

  @TempDir private Path folder;

  @BeforeEach
  void requirePieces() {
    assumeTrue(
        Files.exists(CORE) && Files.exists(CARD),
        "no core with WebGPU or no software card in " + PIECES);
  }

  @Test
  void givesWhatTheProcessorGives() throws Exception {
    ChildJvm.Ended ended = check(CARD);
    assertThat(ended.status()).as(ended.output()).isZero();
    assertThat(ended.output())
        .contains("WebGPU works as device webgpu")
        .contains("classifier [3, 32, 32] x5: differs by")
        .contains("mask [1, 24, 32] x5: differs by")
        .contains("the service took webgpu: \n")
        .contains("12 answers of the service differ by")
        .doesNotContain("falls back");
  }

  @Test
  void withoutACardTheProcessorStandsInAndTheReasonIsSaid() throws Exception {
    ChildJvm.Ended ended = check(folder.resolve("absent.json"));
    assertThat(ended.status()).as(ended.output()).isZero();
    String reason = "WebGPU does not work here: .*Failed to get a WebGPU adapter.*";
    assertThat(ended.output())
        .containsPattern("webgpu falls back: " + reason)
        .containsPattern("the service took cpu: webgpu: " + reason)
        .contains("12 answers of the service differ by");
  }

  private ChildJvm.Ended check(Path card) throws Exception {
    return new ChildJvm()
        .option("-Donnxruntime.native.onnxruntime.path=" + CORE)
        .variable("LD_LIBRARY_PATH", PIECES.toString())
        .variable("VK_DRIVER_FILES", card.toString())
        .run(DeviceCheck.class, "webgpu", folder, 1);
  }
}
