package org.nightjar.inference.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.ModelSource;
import org.nightjar.inference.Packages;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.client.Quota;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.shadow.ShadowLimits;

class CatalogueTest {
  private static final byte[] GRAPH = TinyOnnx.add(0.5f, 2, 3);
  private static final Sample IMAGE =
      new Sample(Map.of("science", Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3)));

  @TempDir private Path folder;
  private final TestPlatform platform = new TestPlatform(true);
  private Catalogue catalogue;

  @BeforeEach
  void open() throws NightjarException, InterruptedException {
    catalogue = catalogue(Set.of());
    catalogue.refresh();
  }

  @AfterEach
  void close() {
    catalogue.close();
    platform.close();
  }

  private Catalogue catalogue(Set<String> pins) {
    return new Catalogue(
        new ModelStore(folder.resolve("models")),
        new VersionLoader(platform, platform.callbacks(), platform.time()),
        new Succession(
            new SuccessionSettings(Duration.ofMinutes(10), 3, new ShadowLimits(0.01, 3)),
            platform.callbacks(),
            platform.time()),
        pins);
  }

  private boolean add(ModelPackage source) throws NightjarException, InterruptedException {
    return catalogue.add(source, Optional.empty());
  }

  private ModelPackage source(String version, float expected) throws NightjarException {
    return source(Packages.manifest("tiny", version, Packages.golden(expected)), GRAPH);
  }

  private ModelPackage source(String manifest, byte[] graph) throws NightjarException {
    return ModelPackage.read(Packages.write(folder.resolve("source"), manifest, graph));
  }

  private float first(ModelVersion model) throws Exception {
    Answer answer = new Answer(platform.callbacks());
    Client client = new Client("test", Quota.DEFAULT);
    catalogue.succession().ask(model, new Ask(client, IMAGE, Urgency.BULK, answer, true));
    return answer.get().outputs().get("y").at(0);
  }

  @Test
  void addsAndRuns() throws Exception {
    assertThat(add(source("1.0", 0.5f))).isTrue();
    ModelInfo info = catalogue.models("transients").get(0);
    assertThat(info.id()).isEqualTo("tiny");
    assertThat(info.outputs().get(0).shape()).containsExactly(2, 3);
    assertThat(first(catalogue.find(info).orElseThrow())).isEqualTo(1.5f);
    assertThat(catalogue.models("imaging")).isEmpty();
    assertThat(folder.resolve("models/tiny/1.0/model.onnx")).exists();
    assertThat(folder.resolve("models/.incoming")).doesNotExist();
  }

  @Test
  void cudaIsTriedAndTheReasonKept() throws Exception {
    add(source("1.0", 0.5f));
    Placement placement = catalogue.installed().get(0).model().orElseThrow().placement();
    if (placement.device().equals("cpu")) {
      assertThat(placement.reason()).startsWith("cuda:0: CUDA does not work here: ");
    } else {
      assertThat(placement.device()).isEqualTo("cuda:0");
    }
  }

  @Test
  void addingTheSameAgainDoesNothing() throws Exception {
    add(source("1.0", 0.5f));
    ModelVersion running = catalogue.installed().get(0).model().orElseThrow();
    assertThat(add(source("1.0", 0.5f))).isFalse();
    assertThat(catalogue.installed().get(0).model()).containsSame(running);
  }

  @Test
  void anotherPackageOfThatVersionIsAConflict() throws Exception {
    add(source("1.0", 0.5f));
    ModelPackage other = source(Packages.manifest("tiny", "1.0", "card: {limits: none}"), GRAPH);
    assertThatThrownBy(() -> add(other))
        .hasMessageContaining("CONFLICT: another package is installed as tiny@1.0");
  }

  @Test
  void goldenVectorsThatDoNotComeOutAreShownAndNothingIsInstalled() throws Exception {
    ModelPackage wrong = source("1.0", 0.75f);
    assertThatThrownBy(() -> add(wrong))
        .hasMessageContaining("MODEL_REFUSED")
        .hasMessageContaining(
            "golden vector 'hand': y[0, 0] is 1.50000000 where 1.75000000 is expected,"
                + " |difference| 0.250, tolerance 1.00e-06");
    assertThat(folder.resolve("models")).doesNotExist();
    assertThat(catalogue.installed()).isEmpty();
  }

  @Test
  void withoutGoldenVectorsItRunsUnverified() throws Exception {
    add(source(Packages.manifest("tiny", "1.0", ""), GRAPH));
    assertThat(catalogue.installed().get(0).unverified()).isTrue();
    assertThat(catalogue.models("transients")).hasSize(1);
  }

  @Test
  void theNewestVersionIsGivenAndOlderOnesStillServe() throws Exception {
    add(source("1.9", 0.5f));
    ModelInfo old = catalogue.models("transients").get(0);
    add(source("1.10", 0.5f));
    assertThat(catalogue.models("transients"))
        .extracting(ModelInfo::version)
        .containsExactly("1.10");
    assertThat(first(catalogue.find(old).orElseThrow())).isEqualTo(1.5f);
    catalogue.close();
    catalogue = catalogue(Set.of("tiny@1.9"));
    catalogue.refresh();
    assertThat(catalogue.models("transients"))
        .extracting(ModelInfo::version)
        .containsExactly("1.9");
  }

  @Test
  void removes() throws Exception {
    add(source("1.0", 0.5f));
    ModelInfo info = catalogue.models("transients").get(0);
    catalogue.remove("tiny");
    assertThat(catalogue.installed()).isEmpty();
    assertThat(catalogue.find(info)).isEmpty();
    assertThat(folder.resolve("models/tiny")).doesNotExist();
    assertThatThrownBy(() -> catalogue.remove("tiny")).hasMessageContaining("NOT_FOUND");
  }

  @Test
  void aDamagedPackageIsRefusedAndTheOthersRun() throws Exception {
    add(source("1.0", 0.5f));
    add(source("2.0", 0.5f));
    catalogue.close();
    Path graph = folder.resolve("models/tiny/2.0/model.onnx");
    Files.write(graph, Arrays.copyOf(GRAPH, GRAPH.length / 2));
    catalogue = catalogue(Set.of());
    catalogue.refresh();
    assertThat(catalogue.installed())
        .extracting(Installed::state)
        .containsExactly(Lifecycle.REFUSED, Lifecycle.LIVE);
    assertThat(catalogue.installed().get(0).message()).contains("the file ends");
    assertThat(catalogue.models("transients"))
        .extracting(ModelInfo::version)
        .containsExactly("1.0");
  }

  @Test
  void differencesBetweenManifestAndGraphAreListed() throws Exception {
    byte[] graph =
        new TinyOnnx()
            .node("Add", List.of("pixels", "b"), "y")
            .initializer("b", new float[] {1}, 1)
            .input("pixels", -1, 2, 4)
            .output("y", -1, 2, 4)
            .model();
    ModelPackage wrongName = source(Packages.manifest("tiny", "1.0", ""), graph);
    assertThatThrownBy(() -> add(wrongName))
        .hasMessageContaining("input 'x' is not in the graph, which has [pixels]")
        .hasMessageContaining("the graph's input 'pixels' is not in the manifest");
    ModelPackage wrongShape = source(Packages.manifest("tiny", "1.0", ""), TinyOnnx.add(1, 2, 4));
    assertThatThrownBy(() -> add(wrongShape))
        .hasMessageContaining("input 'x' is [open, 2, 4] in the graph, [N, 2, 3] in the manifest");
  }

  @Test
  void aGraphForOneSampleAtATimeIsRunOneByOne() throws Exception {
    byte[] graph =
        new TinyOnnx()
            .node("Add", List.of("x", "b"), "y")
            .initializer("b", new float[] {0.5f}, 1)
            .input("x", 1, 2, 3)
            .output("y", 1, 2, 3)
            .model();
    add(source(Packages.manifest("tiny", "1.0", Packages.golden(0.5f)), graph));
    assertThat(first(catalogue.installed().get(0).model().orElseThrow())).isEqualTo(1.5f);
  }

  @Test
  void aSourceComesAndGoes() throws Exception {
    Path there =
        Packages.write(
            folder.resolve("plugin/tiny"),
            Packages.manifest("tiny", "1.0", Packages.golden(0.5f)),
            GRAPH);
    ModelSource source = new Plugin(List.of(there));
    catalogue.addSource(source);
    catalogue.refresh();
    assertThat(catalogue.installed()).extracting(Installed::origin).containsExactly("plugin a");
    assertThatThrownBy(() -> catalogue.remove("tiny")).hasMessageContaining("belongs to plugin a");
    catalogue.removeSource(source);
    catalogue.refresh();
    assertThat(catalogue.installed()).isEmpty();
  }

  @Test
  void whatWasLeftHalfWrittenIsNotInstalled() throws Exception {
    Packages.write(folder.resolve("models/.incoming/x/y"), "id: half", GRAPH);
    catalogue.refresh();
    assertThat(catalogue.installed()).isEmpty();
    assertThat(folder.resolve("models/.incoming")).doesNotExist();
  }

  @Test
  void goldenFilesTravelWithThePackage()
      throws IOException, NightjarException, InterruptedException {
    Path there = folder.resolve("source");
    Files.createDirectories(there.resolve("golden"));
    Files.writeString(
        there.resolve("golden/y.json"),
        "{\"shape\": [2, 3], \"values\": [1.5, 2.5, 0.5, 4.5, 5.5, 6.5]}");
    ByteBuffer raw = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(new float[] {1, 2, Float.NaN, 4, 5, 6});
    Files.write(there.resolve("golden/x.f32"), raw.array());
    add(
        source(
            Packages.manifest(
                "tiny",
                "1.0",
                """
                golden:
                  - name: files
                    inputs: {science: {file: golden/x.f32, shape: [2, 3]}}
                    outputs: {y: {file: golden/y.json}}
                """),
            GRAPH));
    assertThat(catalogue.verify(catalogue.named(Optional.of("tiny@1.0")).get(0)).differences())
        .isNotEmpty()
        .allMatch(each -> each.difference() == 0);
    assertThat(folder.resolve("models/tiny/1.0/golden/x.f32")).exists();
  }

  private record Plugin(List<Path> packages) implements ModelSource {
    @Override
    public String name() {
      return "plugin a";
    }
  }
}
