package org.nightjar.inference.internal.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.inference.Sample;
import org.nightjar.environment.Folders;
import org.nightjar.inference.Packets;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.precision.samples.SampleFolder;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.service.TestSettings;

/** A published network on real packets, in halves and in eight bits. */
class BraaiVariantTest {
  private static final Path TRANSIENTS =
      Path.of(System.getProperty("nightjar.testdata", "../../../shared/data"), "transients");
  private static final Path MANIFEST = Path.of("../../itests/src/test/resources/models/braai.yaml");
  private static final int SIDE = 63;

  @TempDir private Path folder;
  private InferenceService service;
  private ModelPackage braai;

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(Files.isDirectory(TRANSIENTS), "the real packets are not here: " + TRANSIENTS);
    service =
        new InferenceService(
            new Folders(folder, folder.resolve("data")), TestSettings.onProcessor());
    service.start();
    Path source = Files.createDirectories(folder.resolve("braai"));
    Files.copy(TRANSIENTS.resolve("braai/d6_m7.onnx"), source.resolve("model.onnx"));
    Files.writeString(
        source.resolve("model.yaml"),
        Files.readString(MANIFEST) + "\nmetric: {name: accuracy, output: drb}\n");
    braai = ModelPackage.read(source);
    List<Sample> samples = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (Packets.Packet packet : Packets.golden(TRANSIENTS)) {
      if (isWhole(packet.sample())) {
        samples.add(packet.sample());
        labels.add(packet.drb() >= 0.5 ? 1 : 0);
      }
    }
    write("judging", samples, "labels: " + labels);
    List<Sample> others = Packets.all(TRANSIENTS.resolve("ztf_v3.0"));
    write("calibrating", others.stream().filter(BraaiVariantTest::isWhole).toList(), "");
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.stop();
    }
  }

  /** Samples of a set have one size; a few stamps at the edge of a detector are smaller. */
  private static boolean isWhole(Sample sample) {
    return sample.channels().values().stream().allMatch(stamp -> stamp.size() == SIDE * SIDE);
  }

  private void write(String name, List<Sample> samples, String labels) throws Exception {
    SampleFolder written = new SampleFolder(folder.resolve(name));
    StringBuilder yaml = new StringBuilder("about: ZTF alert packets\nchannels:\n");
    for (String channel : List.of("science", "template", "difference")) {
      float[] pixels = new float[samples.size() * SIDE * SIDE];
      for (int i = 0; i < samples.size(); i++) {
        samples.get(i).channels().get(channel).values().get(pixels, i * SIDE * SIDE, SIDE * SIDE);
      }
      written.file(channel + ".f32", pixels);
      yaml.append(
          "  %s: {file: %s.f32, shape: [%d, %d, %d]}%n"
              .formatted(channel, channel, samples.size(), SIDE, SIDE));
    }
    written.yaml(yaml + labels);
  }

  private VariantReport make(Recipe recipe, Optional<Path> calibration) throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    SampleChoice samples =
        new SampleChoice(folder.resolve("judging"), Optional.empty(), calibration);
    return new VariantMaker(service.loader(), service.processor(), Watch.NONE)
        .make(braai, new Order(recipe, samples, Optional.empty()), work)
        .report();
  }

  @Test
  void halfWeightsChangeNoDecision() throws Exception {
    VariantReport report =
        make(new Recipe(Manifest.HALF_WEIGHTS, List.of(), Optional.empty(), 8), Optional.empty());
    assertThat(report.accepted()).isTrue();
    VariantReport.Output drb = report.outputs().get(0);
    assertThat(drb.decisions()).isGreaterThan(50);
    assertThat(drb.flips()).isZero();
    assertThat(drb.largest()).isBetween(1e-8, 1e-3);
    assertThat(drb.golden()).isLessThan(1e-3);
    assertThat(report.cost().bytes()).isLessThan(report.cost().float32Bytes() * 6 / 10);
  }

  @Test
  void eightBitsChangeScoresByThousandths() throws Exception {
    VariantReport report =
        make(
            new Recipe(Manifest.INT8, List.of(), Optional.empty(), 8),
            Optional.of(folder.resolve("calibrating")));
    VariantReport.Output drb = report.outputs().get(0);
    assertThat(report.calibration().orElseThrow().samples()).isGreaterThan(10);
    assertThat(drb.mean()).as(ReportText.of(report)).isBetween(1e-5, 0.02);
    assertThat(drb.largest()).isLessThan(0.2);
    assertThat(drb.flips()).isLessThanOrEqualTo(1);
    assertThat(report.cost().bytes()).isLessThan(report.cost().float32Bytes() * 4 / 10);
  }
}
