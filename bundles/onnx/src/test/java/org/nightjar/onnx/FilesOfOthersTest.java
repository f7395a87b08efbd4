package org.nightjar.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.model.Dimension;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;
import org.nightjar.onnx.model.TensorType;
import org.nightjar.onnx.model.ValueInfo;
import org.nightjar.onnx.samples.UNet;
import org.nightjar.onnx.variant.HalfWeights;

/** What other programs wrote still runs, and gives the same numbers, after our hands. */
class FilesOfOthersTest {
  private static final Path DATA = Path.of(System.getProperty("nightjar.testdata", "absent"));

  @TempDir private Path folder;

  static List<Path> realFiles() throws IOException {
    if (!Files.isDirectory(DATA)) {
      return List.of(Path.of("none"));
    }
    try (Stream<Path> files = Files.walk(DATA)) {
      return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("realFiles")
  void realFilesGiveTheSameNumbersAfterReadingAndWriting(Path file) throws Exception {
    assumeTrue(Files.isReadable(file), "no real models at " + DATA);
    assertSame(Files.readAllBytes(file));
  }

  @ParameterizedTest
  @MethodSource("realFiles")
  void realFilesSayNearlyTheSameWithWeightsInHalfPrecision(Path file) throws Exception {
    assumeTrue(Files.isReadable(file), "no real models at " + DATA);
    OnnxModel model = OnnxReader.read(file);
    OnnxModel half = HalfWeights.of(model);
    assertThat(OnnxWriter.bytes(half).length * 1.9).isLessThan(Files.size(file));
    ValueInfo input = model.graph().inputs().get(0);
    Map<String, Tensor> feed = Map.of(input.name(), Noise.normal(1, shape(input)));
    Map<String, Tensor> expected = Engine.run(model, feed);
    Map<String, Tensor> actual = Engine.run(half, feed);
    for (String output : expected.keySet()) {
      assertThat(Compared.of(actual.get(output), expected.get(output)).most()).isLessThan(1e-3);
    }
  }

  @Test
  void whatTheEngineWritesGivesTheSameNumbersAfterReadingAndWriting() throws Exception {
    OnnxModel written = Engine.optimised(UNet.network(1, 8, 3), folder);
    assertThat(written.operatorSets()).hasSizeGreaterThan(1);
    assertSame(OnnxWriter.bytes(written));
  }

  @Test
  void aFileReplacesTheFormerOneWholeOrNotAtAll() throws Exception {
    Path file = folder.resolve("network.onnx");
    OnnxWriter.write(UNet.network(1, 4, 2), file);
    OnnxWriter.write(UNet.network(2, 4, 2), file);
    assertThat(OnnxReader.read(file)).isEqualTo(UNet.network(2, 4, 2));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aModelThatFitsIntoNoFileIsRefusedBeforeItIsWritten() {
    byte[] large = new byte[64 << 20];
    Tensor tensor = Tensor.raw("", ElementType.UINT8, large, large.length);
    List<Tensor> many =
        IntStream.range(0, 32).mapToObj(number -> tensor.named("w" + number)).toList();
    OnnxModel model = UNet.network(1, 4, 2);
    OnnxModel beyond = model.with(model.graph().with(model.graph().nodes(), many));
    Path file = folder.resolve("beyond.onnx");
    assertThatThrownBy(() -> OnnxWriter.write(beyond, file))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("TOO_LARGE");
    assertThat(folder).isEmptyDirectory();
  }

  private static void assertSame(byte[] file) throws Exception {
    OnnxModel model = OnnxReader.read(file, "of others");
    byte[] written = OnnxWriter.bytes(model);
    assertThat(OnnxReader.read(written, "ours")).isEqualTo(model);
    ValueInfo input = model.graph().inputs().get(0);
    Map<String, Tensor> feed = Map.of(input.name(), Noise.normal(1, shape(input)));
    try (Engine before = Engine.load(file);
        Engine after = Engine.load(written)) {
      Map<String, Tensor> expected = before.run(feed);
      assertThat(after.run(feed)).isEqualTo(expected);
      assertThat(expected).isNotEmpty();
    }
  }

  /** Open extents become 16: a batch, or rows and columns. */
  private static long[] shape(ValueInfo input) {
    Shape shape = ((TensorType) input.type()).shape().orElseThrow();
    return shape.dimensions().stream()
        .map(Dimension::size)
        .mapToLong(size -> size.orElse(16))
        .toArray();
  }
}
