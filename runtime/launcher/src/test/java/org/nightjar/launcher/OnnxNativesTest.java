package org.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxNativesTest {
  @TempDir private Path lib;
  private Path own;

  @BeforeEach
  void folders() throws IOException {
    own = Files.createDirectory(lib.resolve(OnnxNatives.platform()));
  }

  @Test
  void theDistributionsOwnAreTakenWhereTheyReallyLie() throws IOException {
    Path link = Files.createSymbolicLink(lib.resolve("link"), lib);
    assertThat(new OnnxNatives(link).properties(Optional.empty()))
        .isEqualTo(Map.of("onnxruntime.native.path", own.toRealPath().toString()));
  }

  @Test
  void whereThereAreNoneForThisPlatformOnnxRuntimeLooksForItself() throws IOException {
    assertThat(new OnnxNatives(lib.resolve("absent")).properties(Optional.empty())).isEmpty();
  }

  @Test
  void anotherCoreIsTakenWithTheLibraryForJavaThatIsHere() throws IOException {
    Path core = Files.createFile(lib.resolve("libonnxruntime.so.1"));
    assertThat(new OnnxNatives(lib).properties(Optional.of(core.toString())))
        .isEqualTo(
            Map.of(
                "onnxruntime.native.onnxruntime.path",
                core.toString(),
                "onnxruntime.native.onnxruntime4j_jni.path",
                own.resolve(System.mapLibraryName("onnxruntime4j_jni")).toString()));
  }

  @Test
  void aFolderWithAllLibrariesIsTakenWhole() throws IOException {
    assertThat(new OnnxNatives(lib).properties(Optional.of(lib + "/./")))
        .isEqualTo(Map.of("onnxruntime.native.path", lib.toString()));
  }

  @Test
  void aCoreThatIsNotThereIsSaid() {
    String absent = lib.resolve("absent.so").toString();
    assertThatThrownBy(() -> new OnnxNatives(lib).properties(Optional.of(absent)))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("NIGHTJAR_ONNXRUNTIME names " + absent + ", which is not there");
  }
}
