package org.nightjar.inference.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.device.Device;

class OnnxDevicesTest {
  @TempDir private Path folder;

  private static List<Device> devices(String choice, Optional<Path> library) throws Exception {
    return OnnxEngine.start()
        .devices(
            new DeviceSettings(
                choice,
                library,
                Map.of("device_id", "1", "speed", "high"),
                OptionalLong.of(1000),
                OptionalLong.of(2000),
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "cpu,, cpu",
    "auto,, cuda:1 cpu",
    "cuda,, cuda:1 cpu",
    "webgpu,, webgpu cpu",
    "auto, lib.so, provider:1 cpu",
    "provider, lib.so, provider:1 cpu",
    "cuda, lib.so, cuda:1 cpu"
  })
  void theBestComesFirstAndTheProcessorLast(String choice, String library, String names)
      throws Exception {
    assertThat(devices(choice, Optional.ofNullable(library).map(Path::of)))
        .extracting(Device::name)
        .containsExactly(names.split(" "));
  }

  @Test
  void anAcceleratorTakesOneRunAtATimeInOneThread() throws Exception {
    Device cuda = devices("cuda", Optional.empty()).get(0);
    assertThat(cuda.slots(8)).isEqualTo(1);
    assertThat(cuda.anyThread()).isFalse();
    assertThat(cuda.isProcessor()).isFalse();
    assertThat(cuda.memory()).hasValue(2000);
    Device cpu = devices("cpu", Optional.empty()).get(0);
    assertThat(cpu.slots(8)).isEqualTo(8);
    assertThat(cpu.anyThread()).isTrue();
    assertThat(cpu.isProcessor()).isTrue();
    assertThat(cpu.memory()).hasValue(1000);
    assertThat(OnnxEngine.start().cpu().memory().getAsLong()).isPositive();
  }

  @Test
  void aProviderThatIsNoLibraryIsUnavailableForGood() throws Exception {
    Path graph = Files.write(folder.resolve("graph.onnx"), TinyOnnx.add(1, 2));
    Path library = folder.resolve("provider.so");
    Device device = devices("provider", Optional.of(library)).get(0);
    String reason = refusal(device, graph);
    assertThat(reason)
        .startsWith("UNAVAILABLE: the provider " + library + " does not work here: Failed to load")
        .contains("cannot open shared object file");
    // What it was told once holds, though the file is there now.
    Files.writeString(library, "no library");
    assertThat(refusal(device, graph)).isEqualTo(reason);
    assertThat(refusal(devices("provider", Optional.of(library)).get(0), graph))
        .isNotEqualTo(reason);
  }

  @Test
  void settingsThatMakeNoSenseAreAReasonForTheProcessor() throws Exception {
    Path graph = Files.write(folder.resolve("graph.onnx"), TinyOnnx.add(1, 2));
    List<Device> devices =
        OnnxEngine.start()
            .devices(
                new DeviceSettings(
                    "cuda",
                    Optional.empty(),
                    Map.of(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    "somebody misspelt it"));
    assertThat(refusal(devices.get(0), graph))
        .isEqualTo(
            "UNAVAILABLE: inference.device cuda does not work here: somebody misspelt it (cuda)");
    devices.get(1).open(graph).close();
  }

  @Test
  void webGpuNeedsACoreThatHasIt() throws Exception {
    Path graph = Files.write(folder.resolve("graph.onnx"), TinyOnnx.add(1, 2));
    assertThat(refusal(devices("webgpu", Optional.empty()).get(0), graph))
        .isEqualTo(
            "UNAVAILABLE: WebGPU does not work here: WebGPU execution provider is not supported in"
                + " this build. (webgpu)");
  }

  private static String refusal(Device device, Path graph) {
    NightjarException[] refusal = new NightjarException[1];
    assertThatThrownBy(() -> device.open(graph).close())
        .isInstanceOfSatisfying(NightjarException.class, e -> refusal[0] = e);
    return refusal[0].getMessage();
  }

  @Test
  void cudaIsToldWhatMakesResultsRepeatable() {
    assertThat(
            new CudaProvider(
                    0, OptionalLong.of(1 << 30), Map.of("cudnn_conv_algo_search", "DEFAULT"))
                .settings())
        .containsOnly(
            Map.entry("use_tf32", "0"),
            Map.entry("cudnn_conv_algo_search", "DEFAULT"),
            Map.entry("cudnn_conv_use_max_workspace", "0"),
            Map.entry("arena_extend_strategy", "kSameAsRequested"),
            Map.entry("gpu_mem_limit", "1073741824"));
  }
}
