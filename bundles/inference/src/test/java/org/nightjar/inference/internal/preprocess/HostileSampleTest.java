package org.nightjar.inference.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

/** What no camera makes ends with {@code BAD_ARGUMENT}, before room is made for it. */
class HostileSampleTest {
  @TempDir private Path folder;

  private static InputSpec open(List<String> channels, Step... steps) {
    return new InputSpec(
        "x",
        List.of(channels.size(), -1, -1),
        List.of("", "rows", "columns"),
        Layout.CHANNELS_FIRST,
        channels,
        List.of(steps));
  }

  private static void assertRefused(Sample sample, InputSpec input, String message) {
    assertThatThrownBy(() -> new Preprocessing(List.of(input)).prepare(sample))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("BAD_ARGUMENT")
        .hasMessageContaining(message);
  }

  private static Sample sample(Tensor tensor) {
    return new Sample(Map.of("a", tensor));
  }

  // A file without content: it takes no room, neither on disk nor in memory.
  private Tensor zeros(int... shape) throws IOException {
    long size = 1;
    for (int extent : shape) {
      size *= extent;
    }
    Path file = folder.resolve("zeros");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      return Tensor.of(
          channel.map(FileChannel.MapMode.READ_WRITE, 0, size * Float.BYTES).asFloatBuffer(),
          shape);
    }
  }

  @Test
  void hugeImages() throws IOException {
    Sample sample = sample(zeros(1 << 12, (1 << 12) + 1));
    assertRefused(sample, open(List.of("a")), "a has 16781312 pixels, between 1 and 16777216");
    InputSpec fixed = new InputSpec("x", List.of(4, 4), Layout.SINGLE, List.of("a"), List.of());
    assertRefused(sample, fixed, "a has 16781312 pixels");
  }

  @Test
  void hugePreparedInputs() throws IOException {
    assertRefused(
        Sample.prepared(Map.of("x", zeros(1, 1 << 13, (1 << 13) + 1))),
        open(List.of("a")),
        "input 'x' would hold 67117056 numbers, at most 67108864 are taken");
  }

  @Test
  void manyChannelsThatAreHugeTogether() {
    List<String> channels = IntStream.range(0, 1024).mapToObj(i -> "c" + i).toList();
    Map<String, Tensor> same = new HashMap<>();
    Tensor one = Tensor.of(new float[256 * 257], 256, 257);
    channels.forEach(channel -> same.put(channel, one));
    assertRefused(
        new Sample(same),
        open(channels),
        "input 'x' would hold 67371008 numbers, at most 67108864 are taken");
  }

  @Test
  void linesThatPaddingWouldMakeHuge() {
    Tensor line = Tensor.of(new float[1 << 20], 1 << 20, 1);
    assertRefused(
        sample(line),
        open(List.of("a"), new Pad(1, 4096, Side.END, 0)),
        "would be padded to 1048576 x 4096, at most 16777216 pixels are taken");
    assertRefused(
        sample(line),
        open(List.of("a"), new Multiple(4096, Side.END, Border.of(0))),
        "would be padded to 1048576 x 4096");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void planesWithoutAnyNumber(float value) throws NightjarException {
    float[] values = new float[12];
    Arrays.fill(values, value);
    Sample sample = sample(Tensor.of(values, 3, 4));
    assertRefused(sample, open(List.of("a")), "a holds " + value + " after preprocessing");
    Constant median = new Constant.Measured(Statistic.MEDIAN);
    InputSpec filled =
        open(
            List.of("a"),
            new Fill(median),
            new Scale(median, new Constant.Measured(Statistic.STD)),
            new Normalise(Normalise.Norm.L2, Normalise.Axis.IMAGE, 0));
    assertThat(new Preprocessing(List.of(filled)).prepare(sample).inputs().get(0)).containsOnly(0);
  }

  @Test
  void ranksThatAreNoImage() {
    assertRefused(sample(Tensor.of(new float[8], 2, 2, 2)), open(List.of("a")), "shape [2, 2, 2]");
    assertRefused(sample(Tensor.of(new float[1])), open(List.of("a")), "has shape []");
    assertRefused(sample(Tensor.of(new float[0], 0, 7)), open(List.of("a")), "a has 0 pixels");
    assertRefused(
        sample(Tensor.of(new float[0], 0, Integer.MAX_VALUE)), open(List.of("a")), "0 pixels");
  }

  @Test
  void channelsThatAreMissing() {
    assertRefused(new Sample(Map.of()), open(List.of("a")), "channel 'a' is missing");
    assertRefused(
        sample(Tensor.of(new float[4], 2, 2)),
        open(List.of("a", "b")),
        "channel 'b' is missing, the sample has [a]");
  }

  @Test
  void numbersThatStepsMakeInfinite() {
    Tensor large = Tensor.of(new float[] {Float.MAX_VALUE, 1}, 1, 2);
    InputSpec input =
        open(
            List.of("a"),
            new Scale(new Constant.Fixed(List.of(0.0)), new Constant.Fixed(List.of(1e-3))));
    assertRefused(sample(large), input, "a holds Infinity after preprocessing");
  }
}
