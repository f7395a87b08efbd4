package org.nightjar.inference.internal.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.inference.Packages;
import org.nightjar.inference.internal.manifest.ManifestReader;
import org.nightjar.inference.internal.manifest.MetricSpec.Name;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.manifest.VariantReport.Against;
import org.nightjar.inference.internal.manifest.VariantReport.Calibration;
import org.nightjar.inference.internal.manifest.VariantReport.Cost;
import org.nightjar.inference.internal.manifest.VariantReport.Evaluation;
import org.nightjar.inference.internal.manifest.VariantReport.Judgement;

/** What is written into a manifest is read back as it was. */
class ReportTextTest {
  private static final String SHA = "0123456789".repeat(6) + "0123";

  @TempDir private Path folder;

  private static VariantReport report(String about, List<String> kept) {
    return new VariantReport(
        new Against("1.0", SHA),
        SHA,
        Optional.of(new Calibration(9, "all 9", "99.99 per cent", kept, 7)),
        new Evaluation(240, "all 240", SHA, about, "cpu"),
        new Judgement(Name.RMSE, "y", 1e-7, 1.0 / 3, 3333332.3333333335, -1e300, 4, 0.95, 2000, 1),
        0.005,
        false,
        List.of(new VariantReport.Output("y", 1.0e-5, 1.5e-12, 240, 3, 0, 0.02)),
        new Cost(2_000_000_000, 1234, 100.25, 3.5, 0.04, 0.01, 1),
        List.of("any device but cpu", "a: b # c"));
  }

  @Test
  void everythingComesBack() throws Exception {
    check(report("two words", List.of("conv1", "a,b: [c]")));
    check(report("", List.of()));
  }

  @Test
  void textThatYamlDoesNotLikeComesBack() throws Exception {
    check(
        report(
            "\"quoted\" \\ 'single'\n- x\t\u0000\u007f\u0085\ufeff\u2028 \u00e4 \ud83d\ude00",
            List.of("{}")));
  }

  private void check(VariantReport report) throws Exception {
    Path manifest = folder.resolve("model.yaml");
    Files.writeString(
        manifest,
        Packages.manifest("tiny", "1.0+int8", Packages.golden(1))
                .replace("float32\nlic", "int8\nlic")
            + ReportText.of(report));
    assertThat(ManifestReader.read(manifest).report()).contains(report);
    assertThat(ManifestReader.read(manifest).golden().get(0).tolerance("y")).isEqualTo(0.02);
  }
}
