package org.nightjar.inference.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.ModelSource;
import org.nightjar.inference.Packages;
import org.nightjar.inference.Reports;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.shadow.ShadowLimits;

/** Which of a model's variants goes live, and which is not even loaded. */
class CatalogueVariantsTest {
  private static final byte[] GRAPH = TinyOnnx.add(0.5f, 2, 3);

  /** The same but for a little. */
  private static final byte[] ROUNDED = TinyOnnx.add(0.625f, 2, 3);

  @TempDir private Path folder;
  private final TestPlatform platform = new TestPlatform(false);
  private Catalogue catalogue;

  @BeforeEach
  void open() throws Exception {
    catalogue = catalogue(Set.of());
  }

  @AfterEach
  void close() {
    catalogue.close();
    platform.close();
  }

  private Catalogue catalogue(Set<String> pins) throws Exception {
    Catalogue made =
        new Catalogue(
            new ModelStore(folder.resolve("models")),
            new VersionLoader(platform, platform.callbacks(), platform.time()),
            new Succession(
                new SuccessionSettings(Duration.ofMinutes(10), 3, new ShadowLimits(0.01, 3)),
                platform.callbacks(),
                platform.time()),
            pins);
    made.refresh();
    return made;
  }

  private Path parent(String version) {
    return Packages.write(
        folder.resolve("parent" + version),
        Packages.manifest("tiny", version, Packages.golden(0.5f)),
        GRAPH);
  }

  /** A variant of a version, by an accepted report with this changed. */
  private Path variant(String version, String from, String to) throws Exception {
    Path written = Packages.write(folder.resolve("variant" + version), "", ROUNDED);
    String against = ModelPackage.read(parent(version)).sha256();
    String graph = Checksum.of(List.of(written.resolve("model.onnx")));
    String manifest =
        Packages.manifest("tiny", version + "+int8", Packages.golden(0.5f))
                .replace("precision: float32", "precision: int8")
            + Reports.accepted(version, against, graph).replace(from, to);
    return Packages.write(written, manifest, ROUNDED);
  }

  private void add(Path source) throws NightjarException, InterruptedException {
    catalogue.add(ModelPackage.read(source), Optional.empty());
  }

  private String live() {
    return catalogue.succession().live("tiny").map(ModelVersion::label).orElse("none");
  }

  @Test
  void aVariantWaitsUntilItIsPromoted() throws Exception {
    add(parent("1.0"));
    add(variant("1.0", "", ""));
    assertThat(live()).isEqualTo("tiny@1.0");
    assertThat(catalogue.model("tiny@1.0+int8")).as("by name it can be had").isPresent();
    catalogue.promote("tiny@1.0+int8");
    assertThat(live()).isEqualTo("tiny@1.0+int8");
    catalogue.close();
    catalogue = catalogue(Set.of());
    assertThat(live()).as("after a restart").isEqualTo("tiny@1.0+int8");
    add(parent("1.1"));
    assertThat(live()).as("a newer float32 version").isEqualTo("tiny@1.1");
    catalogue.promote("tiny@1.0");
    assertThat(live()).isEqualTo("tiny@1.0");
  }

  @Test
  void aVariantDoesNotSlipInWhenItsParentIsTakenBack() throws Exception {
    add(parent("0.9"));
    add(parent("1.0"));
    add(variant("1.0", "", ""));
    catalogue.rollback("tiny", "it is bad");
    assertThat(live()).isEqualTo("tiny@0.9");
    catalogue.refresh();
    assertThat(live()).isEqualTo("tiny@0.9");
    catalogue.close();
    catalogue = catalogue(Set.of());
    assertThat(live()).isEqualTo("tiny@0.9");
  }

  @Test
  void aPinnedVariantIsLive() throws Exception {
    add(parent("1.0"));
    add(variant("1.0", "", ""));
    catalogue.close();
    catalogue = catalogue(Set.of("tiny@1.0+int8"));
    assertThat(live()).isEqualTo("tiny@1.0+int8");
  }

  @Test
  void aPluginMayBringTheVariantAlone() throws Exception {
    Path variant = variant("1.0", "", "");
    catalogue.addSource(source(variant));
    catalogue.refresh();
    assertThat(live()).isEqualTo("tiny@1.0+int8");
    add(parent("1.0"));
    assertThat(live()).as("its parent has come").isEqualTo("tiny@1.0");
  }

  private static ModelSource source(Path... packages) {
    return new ModelSource() {
      @Override
      public String name() {
        return "plugin";
      }

      @Override
      public List<Path> packages() {
        return List.of(packages);
      }
    };
  }

  @Test
  void aVariantThatWasNotAcceptedIsRefusedAtOnce() throws Exception {
    catalogue.addSource(source(variant("1.0", "accepted: true", "accepted: false")));
    catalogue.refresh();
    Installed refused = catalogue.installed().get(0);
    assertThat(refused.state()).isEqualTo(Lifecycle.REFUSED);
    assertThat(refused.message()).contains("it says not accepted, and nothing speaks against it");
    assertThat(live()).isEqualTo("none");
    assertThat(catalogue.model("tiny@1.0+int8")).isEmpty();
    assertThatThrownBy(() -> catalogue.verify(refused)).hasMessageContaining("MODEL_REFUSED");
    assertThatThrownBy(() -> catalogue.promote("tiny@1.0+int8"))
        .hasMessageContaining("MODEL_REFUSED");
    assertThat(live()).isEqualTo("none");
  }

  @Test
  void changedNumbersAreNoticed() throws Exception {
    refused("high: 0.004", "high: 0.006", "says accepted, but with 95 % confidence");
    refused("variant: 2.005", "variant: 2.05", "the loss is said to be 0.0025");
    refused("low: 0.001", "low: 0.1", "the interval ends before it begins");
    refused("samples: 240", "samples: 24", "judged by 24 samples, at least 50");
    refused("graph: \"", "graph: \"0000", "'graph' is no SHA-256");
    refused("limit: 0.005", "limit: 0.003", "0.003 is allowed");
  }

  private void refused(String from, String to, String why) throws Exception {
    Path changed = variant("1.0", from, to);
    assertThatThrownBy(() -> add(changed))
        .as(to)
        .hasMessageContaining(why.replace("0.003 is", "0.00300 is"));
  }

  @Test
  void theMetricIsTheTasks() throws Exception {
    Path variant =
        variant("1.0", "report:", "metric: {name: rmse, output: y, limit: 0.001}\nreport:");
    assertThatThrownBy(() -> add(variant))
        .hasMessageContaining("its report allows a loss of 0.005, the package 0.001");
    Path other = variant("1.0", "report:", "metric: {name: dice, output: y}\nreport:");
    assertThatThrownBy(() -> add(other))
        .hasMessageContaining("its report is by rmse of y, the task's metric is dice of y");
  }

  @Test
  void theParentMustBeTheOneThatIsHere() throws Exception {
    Path variant = variant("1.0", "", "");
    add(
        Packages.write(
            folder.resolve("another"),
            Packages.manifest("tiny", "1.0", Packages.golden(0.5f)) + "card: {x: y}\n",
            GRAPH));
    assertThatThrownBy(() -> add(variant))
        .hasMessageContaining("its report is against another package than tiny@1.0");
    catalogue.addSource(source(variant));
    catalogue.refresh();
    assertThat(live()).isEqualTo("tiny@1.0");
    assertThat(catalogue.model("tiny@1.0+int8")).isEmpty();
  }

  @Test
  void goldenVectorsOfSinglePrecisionHoldWithinTheToleranceOfTheReport() throws Exception {
    add(variant("1.0", "", ""));
    assertThat(catalogue.verify(catalogue.installed().get(0)).differences())
        .allMatch(each -> each.accepted() && each.difference() == 0.125);
    catalogue.remove("tiny");
    Path strict = variant("1.0", "tolerance: 0.3", "tolerance: 0.1");
    assertThatThrownBy(() -> add(strict))
        .hasMessageContaining("does not give what its golden vectors expect");
  }
}
