package org.nightjar.inference.internal.precision.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

class SampleSetReaderTest {
  private static final float[] PIXELS = {1, 2, 3, 4, 5, 6, Float.NaN, 8, 9, 10, 11, 12};

  @TempDir private Path folder;

  private Path write(String yaml) throws IOException {
    return new SampleFolder(folder).file("x.f32", PIXELS).yaml(yaml);
  }

  @Test
  void readsSampleBySample() throws Exception {
    write(
        """
        about: two hand-made images
        channels:
          science: {file: x.f32, shape: [2, 2, 3]}
          magnitude: [19.5, .nan]
          unused: [1, 2]
        labels: [0, 1]
        """);
    try (SampleSet set = SampleSetReader.open(folder, List.of("science", "magnitude"))) {
      assertThat(set.size()).isEqualTo(2);
      assertThat(set.about()).isEqualTo("two hand-made images");
      Sample second = set.sample(1);
      assertThat(second.channels()).containsOnlyKeys("science", "magnitude");
      Tensor image = second.channels().get("science");
      assertThat(image.shape()).containsExactly(2, 3);
      assertThat(image.at(0)).isNaN();
      assertThat(image.at(5)).isEqualTo(12);
      assertThat(second.channels().get("magnitude").shape()).isEmpty();
      assertThat(second.channels().get("magnitude").at(0)).isNaN();
      assertThat(set.label(1).at(0)).isEqualTo(1);
      assertThat(set.isLabelled()).isTrue();
    }
  }

  @Test
  void labelsMayBeMasksOrMissing() throws Exception {
    write(
        "channels: {x: {file: x.f32, shape: [2, 2, 3]}}\nlabels: {file: x.f32, shape: [2, 2, 3]}");
    try (SampleSet set = SampleSetReader.open(folder, List.of("x"))) {
      assertThat(set.label(0).shape()).containsExactly(2, 3);
    }
    write("channels: {x: {file: x.f32, shape: [12]}}");
    try (SampleSet set = SampleSetReader.open(folder, List.of("x"))) {
      assertThat(set.isLabelled()).isFalse();
      assertThat(set.sample(11).channels().get("x").at(0)).isEqualTo(12);
    }
  }

  @Test
  void theChecksumCoversTheFiles() throws Exception {
    write("channels: {x: {file: x.f32, shape: [12]}}");
    String before;
    try (SampleSet set = SampleSetReader.open(folder, List.of("x"))) {
      before = set.sha256();
    }
    new SampleFolder(folder).file("x.f32", new float[12]);
    try (SampleSet set = SampleSetReader.open(folder, List.of("x"))) {
      assertThat(set.sha256()).isNotEqualTo(before).hasSize(64);
    }
  }

  @Test
  void aLargeFileIsNotReadWhole() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("x.f32").toFile(), "rw")) {
      file.setLength(4_000L * 400 * 400 * 4);
    }
    try (FileStack stack = FileStack.open(folder.resolve("x.f32"), 4_000, 400, 400)) {
      assertThat(stack.at(3_999).size()).isEqualTo(160_000);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "channels: {x: [1, 2]}; label: [0, 1] | samples.yaml:2 | unknown key 'label' | Did you mean 'labels'?",
        "labels: [0, 1] | samples.yaml:1 | key 'channels' is missing | ''",
        "channels: {} | samples.yaml:1 | names between 1 and 1024 channels | ''",
        "channels: {y: [1, 2]} | samples.yaml:1 | the model takes a channel 'x', which is not here | y",
        "channels: {x: 1} | samples.yaml:1 | 'x' is a single number | as a list",
        "channels: {x: []} | samples.yaml:1 | 'x' is a single number | as a list",
        "channels: {x: [one]} | samples.yaml:1 | must be a number | ''",
        "channels: {x: [1, 2], y: [1]} | samples.yaml:1 | 'y' has 1 samples, others have 2 | first axis",
        "channels: {x: [1, 2]}; labels: [1] | samples.yaml:2 | 'labels' has 1 samples, others have 2 | first axis",
        "channels: {x: {file: x.f32, shape: [2, 6]}} | samples.yaml:1 | channel 'x' has 2 axes | [samples, rows, columns]",
        "channels: {x: {file: x.f32, shape: [2, 2, 4]}} | samples.yaml:1 | 48 bytes are not float32 of shape [2, 2, 4] | must hold 64 bytes",
        "channels: {x: {file: x.f32, shape: []}} | samples.yaml:1 | begins with the number of samples | ''",
        "channels: {x: {file: x.f32}} | samples.yaml:1 | key 'shape' is missing | ''",
        "channels: {x: {file: x.f32, shape: [0, 2, 3]}} | samples.yaml:1 | whole number from 1 to 1048576 | ''",
        "channels: {x: {file: x.f32, shape: [2, -2, 3]}} | samples.yaml:1 | whole number from 1 to 16777216 | ''",
        "channels: {x: {file: x.f32, shape: [1, 16777216, 16777216]}} | samples.yaml:1 | more than 16777216 numbers in a sample | ''",
        "channels: {x: {file: x.f32, shape: [1, 1, 1, 1, 1]}} | samples.yaml:1 | at most 4 fit | ''",
        "channels: {x: {file: ../x.f32, shape: [12]}} | samples.yaml:1 | lies outside | ''",
        "channels: {x: {file: /etc/passwd, shape: [12]}} | samples.yaml:1 | lies outside | ''",
        "channels: {x: {file: link.f32, shape: [12]}} | samples.yaml:1 | lies outside | ''",
        "channels: {x: {file: gone.f32, shape: [12]}} | samples.yaml:1 | there is no such file | ''",
        "channels: {x: {file: x.f32, shape: [12], dtype: int8}} | samples.yaml:1 | unknown key 'dtype' | ''",
        "channels: {x: {pattern: noise, shape: [12]}} | samples.yaml:1 | unknown key 'pattern' | ''",
        "channels: {x: *y} | samples.yaml:1 | broken YAML | ''",
      })
  void whatCannotBeIsRefused(String yaml, String place, String message, String remedy)
      throws Exception {
    Path outside = Files.createTempFile("outside", ".f32");
    Files.write(outside, new byte[48]);
    Files.createSymbolicLink(folder.resolve("link.f32"), outside);
    write(yaml.replace("; ", "\n"));
    assertThatThrownBy(() -> SampleSetReader.open(folder, List.of("x")))
        .hasMessageContaining(place)
        .hasMessageContaining(message)
        .hasMessageContaining(remedy);
    Files.delete(outside);
  }

  @Test
  void aFolderWithoutDescriptionIsRefused() {
    assertThatThrownBy(() -> SampleSetReader.open(folder, List.of("x")))
        .hasMessageContaining("UNREADABLE: there is no such file")
        .hasMessageContaining("samples.yaml");
  }

  @Test
  void aFileThatBecomesShorterIsNoticed() throws Exception {
    write("channels: {x: {file: x.f32, shape: [2, 2, 3]}}");
    try (SampleSet set = SampleSetReader.open(folder, List.of("x"))) {
      Files.write(folder.resolve("x.f32"), new byte[40]);
      assertThatThrownBy(() -> set.sample(1))
          .hasMessageContaining("UNREADABLE")
          .hasMessageContaining("became shorter");
    }
  }
}
