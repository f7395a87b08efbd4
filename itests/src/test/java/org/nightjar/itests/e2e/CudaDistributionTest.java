package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.itests.runtime.Distribution;
import org.nightjar.itests.samples.SampleModel;

/** The distribution that {@code mvn -Pcuda} builds; no other build runs this. */
class CudaDistributionTest {
  /** An unpacked provider would have 583. */
  private static final long MOST_DATA_MEGABYTES = 50;

  @TempDir private Path folder;

  @Test
  void hasTheProviderReadyToLoad() {
    assertThat(Distribution.home().resolve("lib/onnxruntime/linux-x64"))
        .isDirectoryContaining("glob:**/libonnxruntime.so")
        .isDirectoryContaining("glob:**/libonnxruntime4j_jni.so")
        .isDirectoryContaining("glob:**/libonnxruntime_providers_shared.so")
        .isDirectoryContaining("glob:**/libonnxruntime_providers_cuda.so")
        .isDirectoryNotContaining("glob:**/*tensorrt*");
  }

  @Test
  void runsOnTheCardOrSaysWhyOnTheProcessor() throws Exception {
    Nightjar nightjar = new Nightjar(folder.resolve("data"));
    nightjar.configure("inference: {device: cuda}\n");
    nightjar.run("models", "add", SampleModel.write(folder.resolve("pack")).toString()).exits(0);
    ObjectNode model = nightjar.run("models", "list", "--json").exits(0).lines().get(0);
    if (model.path("device").asText().equals("cpu")) {
      assertThat(model.path("deviceReason").asText())
          .startsWith("cuda:0: CUDA does not work here: ");
    } else {
      assertThat(model.path("device").asText()).isEqualTo("cuda:0");
    }
    assertThat(size(nightjar.data()) >> 20).isLessThan(MOST_DATA_MEGABYTES);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).mapToLong(java.io.File::length).sum();
    }
  }
}
