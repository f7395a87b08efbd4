package org.nightjar.inference.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.Packages;
import org.nightjar.inference.Reports;
import org.nightjar.inference.internal.manifest.MetricSpec.Name;

/** The sections {@code metric} and {@code report} of manifests. */
class VariantReadingTest {
  private static final String SHA =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String GOOD =
      Packages.manifest("tiny", "1.0+int8", Packages.golden(1))
              .replace("precision: float32", "precision: int8")
          + "metric: {name: rmse, output: y, limit: 0.01}\n"
          + Reports.accepted("1.0", SHA, SHA);

  @TempDir private Path folder;

  private Manifest read(String text) throws IOException, NightjarException {
    return ManifestReader.read(
        Files.writeString(folder.resolve("model.yaml"), text).toAbsolutePath());
  }

  @Test
  void readsWhatIsDeclared() throws Exception {
    Manifest manifest = read(GOOD);
    assertThat(manifest.isFloat32()).isFalse();
    assertThat(manifest.metric())
        .contains(
            new MetricSpec(Name.RMSE, "y", Optional.empty(), Optional.empty(), Optional.of(0.01)));
    VariantReport report = manifest.report().orElseThrow();
    assertThat(report.contradictions()).isEmpty();
    assertThat(report.objections()).isEmpty();
    assertThat(report.against()).isEqualTo(new VariantReport.Against("1.0", SHA));
    assertThat(manifest.golden().get(0).tolerance("y")).isEqualTo(0.3);
    assertThat(manifest.golden().get(0).tolerance("z")).isEqualTo(1e-6);
  }

  @Test
  void neitherIsNeeded() throws Exception {
    Manifest manifest = read(Packages.manifest("tiny", "1.0", ""));
    assertThat(manifest.metric()).isEmpty();
    assertThat(manifest.report()).isEmpty();
    assertThat(manifest.isFloat32()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "precision: int8 | precision: float32 | a float32 package has nothing to report",
        "name: rmse, output: y, limit | name: mse, output: y, limit | 'name' cannot be 'mse'",
        "name: rmse, output: y, limit | name: rmse, output: z, limit | 'output' cannot be 'z'",
        "name: rmse, output: y, limit | name: rmse, limit | key 'output' is missing in 'metric'",
        "limit: 0.01 | limit: -1 | 'limit' must not be negative",
        "limit: 0.01 | limit: .nan | must be a finite number",
        "limit: 0.01 | limits: 0.01 | unknown key 'limits'",
        "limit: 0.01 | class: real | 'class' is for auc",
        "limit: 0.01 | threshold: 0.5 | 'threshold' is for accuracy and dice",
        "accepted: true | accepted: yes | 'accepted' cannot be 'yes'",
        "limit: 0.005 | limit: high | 'limit' must be a number",
        "high: 0.004 | high: .inf | must be a finite number",
        "high: 0.004 | hi: 0.004 | unknown key 'hi'",
        "weightBits: 8 | weightBits: 4 | whole number from 7 to 8",
        "samples: 240 | samples: -240 | whole number from 0",
        "graph: \"e3 | graph: \"g3 | 'graph' is no SHA-256",
        "- {name: y, largest | - {name: z, largest | 'name' cannot be 'z'",
        "tolerance: 0.3 | tolerance: -0.3 | 'tolerance' must not be negative",
        "untested: [any device but cpu] | untested: [1] | must be text",
        "  limit: 0.005 | # none | key 'limit' is missing in 'report'",
      })
  void refusesWithPlace(String good, String bad, String message) {
    String text = GOOD.replace(good, bad);
    assertThat(text).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> read(text))
        .hasMessageContaining("BAD_CONFIGURATION")
        .hasMessageContaining(message)
        .hasMessageContaining("model.yaml:");
  }
}
