package org.nightjar.inference.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.Packages;
import org.nightjar.inference.internal.preprocess.Border;
import org.nightjar.inference.internal.preprocess.Fill;
import org.nightjar.inference.internal.preprocess.Layout;
import org.nightjar.inference.internal.preprocess.Multiple;
import org.nightjar.inference.internal.preprocess.Normalise;
import org.nightjar.inference.internal.preprocess.Pad;
import org.nightjar.inference.internal.preprocess.Side;

class ManifestReaderTest {
  private static final String GOOD = Packages.manifest("tiny", "1.0", Packages.golden(0.5f));

  @TempDir private Path folder;

  private Manifest read(String text) throws IOException, NightjarException {
    return ManifestReader.read(Files.writeString(folder.resolve("model.yaml"), text));
  }

  @Test
  void readsTheManifestOfARealNetwork() throws NightjarException {
    Manifest braai =
        ManifestReader.read(Path.of("../../itests/src/test/resources/models/braai.yaml"));
    assertThat(braai.label()).isEqualTo("braai@d6_m7");
    assertThat(braai.channels()).containsExactly("science", "template", "difference");
    assertThat(braai.inputs().get(0).layout()).isEqualTo(Layout.CHANNELS_LAST);
    assertThat(braai.inputs().get(0).steps())
        .hasExactlyElementsOfTypes(Fill.class, Normalise.class, Pad.class);
    assertThat(braai.golden()).hasSize(5);
    assertThat(braai.thresholds()).isEmpty();
  }

  @Test
  void readsTheExampleInTheReadme() throws IOException, NightjarException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("```yaml") + 8;
    Files.createDirectory(folder.resolve("trust"));
    Files.write(folder.resolve("trust/mean.f32"), new byte[2 * 64 * Float.BYTES]);
    Files.write(folder.resolve("trust/whitening.f32"), new byte[64 * 64 * Float.BYTES]);
    Manifest manifest = read(readme.substring(start, readme.indexOf("```", start)));
    assertThat(manifest.inputs()).hasSize(2);
    assertThat(manifest.thresholds()).containsEntry("p_real", 0.6);
    assertThat(manifest.inputs().get(1).layout()).isEqualTo(Layout.FEATURES);
    assertThat(manifest.inputs().get(0).steps()).hasSize(7);
    assertThat(manifest.derived().names())
        .containsExactly("p_real", "classes", "strangeness", "strangeness_percentile");
    assertThat(manifest.derived().files())
        .containsExactly(folder.resolve("trust/mean.f32"), folder.resolve("trust/whitening.f32"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "precision: float32 | precison: float32 | unknown key 'precison' (F:4). Did you mean 'precision'?",
        "precision: float32 | precision: float23 | 'precision' cannot be 'float23' (F:4). Did you mean 'float32'?",
        "task: transients | # nothing | key 'task' is missing",
        "version: \"1.0\" | version: 1.0 | 'version' must be text, but 1.0 is not (F:2). Write it in quotes: \"1.0\".",
        "id: tiny | id: ../tiny | 'id' cannot be '../tiny' (F:1)",
        "id: tiny | id: tiny\\nid: tiny | 'id' stands twice, first on line 1 (F:2)",
        "shape: [N, 2, 3] | shape: [2, 3] | a shape begins with the batch axis N (F:9)",
        "shape: [N, 2, 3] | shape: [N, 2, 0] | must be a whole number from 1",
        "shape: [N, 2, 3] | shape: [N, 2, 3, 1] | key 'layout' is missing",
        "shape: [N, 2, 3] | shape: [N, 9999, 9999] | more than 67108864 numbers for one sample",
        "channels: [science] | channels: [science, sky] | 2 channels do not fit the shape, which has room for 1",
        "fill: {nonfinite: 0} | fil: {nonfinite: 0} | unknown key 'fil' (F:12). Did you mean 'fill'?",
        "fill: {nonfinite: 0} | fill: {nonfinite: zero} | 'nonfinite' cannot be 'zero'",
        "fill: {nonfinite: 0} | clip: {low: 2, high: 1} | 'low' must be below 'high'",
        "fill: {nonfinite: 0} | scale: {divide: 0} | division by 0",
        "fill: {nonfinite: 0} | scale: {subtract: [1, 2]} | 'subtract' has 2 values, at most 1 fit",
        "fill: {nonfinite: 0} | pad: {size: [9, 9], side: right, value: 0} | 'side' cannot be 'right'",
        "fill: {nonfinite: 0} | stretch: {curve: asinh, softening: 0} | 'softening' must be above 0",
        "shape: [N, 2, 3] | shape: [N, 2, Columns] | 'Columns' cannot be the name of an open extent (F:9)",
        "shape: [N, 2, 3] | shape: [N, 2, N] | 'N' cannot be the name of an open extent (F:9)",
        "shape: [N, 2, 3] | shape: [N, features] | the axis of the channels cannot be open (F:9)",
        "shape: [N, 2, 3] | shape: [N, 2, columns] | an output of a network of any size must declare its shape (F:14). Add a shape; where it follows the input, use the input's words [columns].",
        "kind: value | kind: value\\n    shape: [N, 2, columns] | no input has an open extent 'columns' (F:17). Write a number.",
        "fill: {nonfinite: 0} | multiple: {of: 16, side: end, value: 0} | step 'multiple' is for images of any size, this input has one (F:12). Write words",
        "kind: value | kind: probabillity | Did you mean 'probability'?",
        "science: {values | scienc: {values | unknown key 'scienc'",
        "shape: [2, 3]} | shape: [2, 4]} | 6 values do not fill the shape, which has 8 elements",
        "tolerance: 1.0e-6 | tolerance: small | 'tolerance' must be a number",
        "license: Apache-2.0 | license: [ | broken YAML",
      })
  void refusesWithPlaceAndSuggestion(String good, String bad, String message) {
    String text = GOOD.replace(good.strip(), bad.strip().replace("\\n", "\n"));
    assertThat(text).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining(message.strip().replace("F:", folder.resolve("model.yaml") + ":"));
  }

  @Test
  void readsInputsOfAnySize() throws IOException, NightjarException {
    Manifest manifest = read(open("multiple: {of: 16, side: end, border: reflect}"));
    assertThat(manifest.inputs().get(0).shape()).containsExactly(-1, -1);
    assertThat(manifest.inputs().get(0).axes()).containsExactly("rows", "columns");
    assertThat(manifest.inputs().get(0).steps())
        .containsExactly(new Multiple(16, Side.END, new Border(Border.Kind.REFLECT, 0)));
    assertThat(manifest.outputs().get(0).shape()).contains(List.of(2, -1, -1));
    assertThat(manifest.outputs().get(0).axes()).containsExactly("", "rows", "columns");
    assertThat(read(open("multiple: {of: 8, side: centre, value: 2}")).inputs().get(0).steps())
        .containsExactly(new Multiple(8, Side.CENTRE, Border.of(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multiple: {of: 1, side: end, value: 0} | 'of' must be a whole number from 2 to 4096",
        "multiple: {of: 16, side: end} | 'multiple' takes either 'value' or 'border'",
        "multiple: {of: 16, side: end, value: 0, border: edge} | Write value: 0, or border: edge",
        "multiple: {of: 16, side: end, border: mirror} | 'border' cannot be 'mirror'",
        "multiple: {of: 16, value: 0} | key 'side' is missing",
      })
  void refusesMultiplesWithPlaceAndSuggestion(String step, String message) {
    assertThatThrownBy(() -> read(open(step)))
        .hasMessageContaining(message)
        .hasMessageContaining(folder.resolve("model.yaml") + ":12");
  }

  private static String open(String step) {
    return Packages.manifest("tiny", "1.0", "")
        .replace("[N, 2, 3]", "[N, rows, columns]")
        .replace("fill: {nonfinite: 0}", step)
        .replace("kind: value", "kind: mask\n    shape: [N, 2, rows, columns]");
  }

  @Test
  void refusesFilesOutsideThePackage() {
    String text =
        GOOD.replace(
            "{values: [1, 2, .nan, 4, 5, 6], shape: [2, 3]}",
            "{file: ../../etc/passwd, shape: [2, 3]}");
    assertThatThrownBy(() -> read(text)).hasMessageContaining("lies outside the package");
  }

  @Test
  void refusesWhatIsTooLargeOrTooDeep() {
    assertThatThrownBy(() -> read("#".repeat(ManifestReader.MOST_BYTES + 1)))
        .hasMessageContaining("TOO_LARGE");
    assertThatThrownBy(() -> read("[".repeat(100_000))).hasMessageContaining("more than 16 levels");
  }

  @Test
  void refusesAnEmptyFileAndBytesThatAreNotText() throws IOException {
    assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
    Path file = folder.resolve("model.yaml");
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    assertThatThrownBy(() -> ManifestReader.read(file)).hasMessageContaining("not UTF-8");
  }
}
