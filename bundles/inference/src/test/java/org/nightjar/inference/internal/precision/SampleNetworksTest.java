package org.nightjar.inference.internal.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.Folders;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.client.Quota;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.MetricSpec;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.precision.samples.SampleFolder;
import org.nightjar.inference.internal.precision.samples.SampleSet;
import org.nightjar.inference.internal.precision.samples.SampleSetReader;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.service.TestSettings;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.samples.SmallCnn;
import org.nightjar.onnx.samples.UNet;

/**
 * Networks of other shapes. Their weights are random, so the truth is what they say themselves,
 * disturbed.
 */
class SampleNetworksTest {
  private static final Recipe INT8 = new Recipe(Manifest.INT8, List.of(), Optional.empty(), 8);
  private static final Recipe HALF =
      new Recipe(Manifest.HALF_WEIGHTS, List.of(), Optional.empty(), 8);

  @TempDir private Path folder;
  private InferenceService service;

  @BeforeEach
  void start() {
    service =
        new InferenceService(
            new Folders(folder, folder.resolve("data")), TestSettings.onProcessor());
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  private ModelPackage pack(OnnxModel network, String ports) throws Exception {
    Path source = Files.createDirectories(folder.resolve("source"));
    OnnxWriter.write(network, source.resolve("model.onnx"));
    Files.writeString(
        source.resolve("model.yaml"),
        """
        id: sample
        version: "1"
        task: transients
        precision: float32
        license: Apache-2.0
        """
            + ports);
    return ModelPackage.read(source);
  }

  /** Images of noise, whose labels are filled in later. */
  private SampleFolder images(int samples, int side, String... channels) throws Exception {
    Random random = new Random(5);
    SampleFolder set = new SampleFolder(folder.resolve("set"));
    StringBuilder yaml = new StringBuilder("channels:\n");
    for (String channel : channels) {
      float[] pixels = new float[samples * side * side];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (float) random.nextGaussian();
      }
      set.file(channel + ".f32", pixels);
      yaml.append(
          "  %s: {file: %s.f32, shape: [%d, %d, %d]}%n"
              .formatted(channel, channel, samples, side, side));
    }
    set.yaml(yaml.toString());
    return set;
  }

  /** All numbers of an output for all samples, one behind the other. */
  private float[] answers(ModelPackage source, String output) throws Exception {
    List<Float> answers = new ArrayList<>();
    ModelVersion version = service.loader().resolve(source);
    service.loader().open(version);
    Client client = new Client("test", Quota.DEFAULT);
    try (SampleSet set =
        SampleSetReader.open(folder.resolve("set"), source.manifest().channels())) {
      for (int i = 0; i < set.size(); i++) {
        var tensor =
            service
                .loader()
                .predict(version, client, set.sample(i), Urgency.BULK)
                .outputs()
                .get(output);
        for (int k = 0; k < tensor.size(); k++) {
          answers.add(tensor.at(k));
        }
      }
    } finally {
      version.close();
    }
    float[] all = new float[answers.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = answers.get(i);
    }
    return all;
  }

  /** 1 where an answer, disturbed by so many of their standard deviations, is above the middle. */
  private static float[] disturbed(float[] answers, double by) {
    Random random = new Random(6);
    double mean = 0;
    double square = 0;
    for (float answer : answers) {
      mean += answer / answers.length;
      square += (double) answer * answer / answers.length;
    }
    double spread = by * Math.sqrt(square - mean * mean);
    double middle = middle(answers);
    float[] labels = new float[answers.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = answers[i] + spread * random.nextGaussian() > middle ? 1 : 0;
    }
    return labels;
  }

  private static double middle(float[] answers) {
    float[] sorted = answers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private void label(float[] labels, String shape) throws Exception {
    new SampleFolder(folder.resolve("set")).file("labels.f32", labels);
    Path yaml = folder.resolve("set/samples.yaml");
    Files.writeString(
        yaml, Files.readString(yaml) + "labels: {file: labels.f32, shape: " + shape + "}\n");
  }

  private VariantReport make(ModelPackage source, Recipe recipe, Integer calibrate, String work)
      throws Exception {
    SampleChoice samples =
        new SampleChoice(folder.resolve("set"), Optional.ofNullable(calibrate), Optional.empty());
    Path made = Files.createDirectories(folder.resolve(work));
    return new VariantMaker(service.loader(), service.processor(), Watch.NONE)
        .make(source, new Order(recipe, samples, Optional.of(0.01)), made)
        .report();
  }

  @Test
  void severalOutputsAndADerivedOne() throws Exception {
    String ports =
        """
        inputs:
          - name: image
            dtype: float32
            shape: [N, 3, 51, 51]
            layout: channels-first
            channels: [science, template, difference]
            preprocessing: [{clip: {low: -5, high: 5}}]
        outputs:
          - {name: logit, meaning: log-odds, kind: logit, shape: [N, 1]}
          - {name: latent, meaning: before the head, kind: latent, shape: [N, 28]}
        derived:
          - {name: p_real, kind: probability, of: logit, calibration: {method: platt, a: 2, b: 0.1}}
        metric: {name: auc, output: p_real}
        """;
    ModelPackage source = pack(SmallCnn.network(1), ports);
    images(100, 51, "science", "template", "difference");
    label(disturbed(answers(source, "logit"), 0.5), "[100]");
    VariantReport half = make(source, HALF, null, "half");
    assertThat(half.accepted()).isTrue();
    assertThat(half.outputs())
        .extracting(VariantReport.Output::name)
        .containsExactly("logit", "latent", "p_real");
    assertThat(half.metric().output()).isEqualTo("p_real");
    assertThat(half.metric().float32()).isBetween(0.75, 0.995);
    assertThat(half.cost().bytes()).isLessThan(half.cost().float32Bytes() * 51 / 100);
    VariantReport int8 = make(source, INT8, 40, "int8");
    assertThat(int8.evaluation().samples()).isEqualTo(60);
    assertThat(int8.cost().bytes()).isLessThan(int8.cost().float32Bytes() * 27 / 100);
    assertThat(int8.outputs().get(0).largest())
        .isGreaterThan(half.outputs().get(0).largest())
        .isLessThan(0.5);
    assertThat(int8.metric().loss()).isBetween(-0.02, 0.02);
  }

  @Test
  void masksOfAnySize() throws Exception {
    String ports =
        """
        inputs:
          - name: image
            dtype: float32
            shape: [N, 1, rows, columns]
            layout: channels-first
            channels: [science]
            preprocessing: [{multiple: {of: 4, side: end, border: reflect}}]
        outputs:
          - {name: mask, meaning: ghost, kind: probability, shape: [N, 1, rows, columns]}
        """;
    ModelPackage plain = pack(UNet.network(1, 4, 3), ports);
    images(70, 30, "science");
    float[] answers = answers(plain, "mask");
    ModelPackage source =
        pack(
            UNet.network(1, 4, 3),
            ports + "metric: {name: dice, output: mask, threshold: " + middle(answers) + "}\n");
    label(disturbed(answers, 0.2), "[70, 30, 30]");
    VariantReport half = make(source, HALF, null, "half");
    assertThat(half.metric().name()).isEqualTo(MetricSpec.Name.DICE);
    assertThat(half.metric().float32()).isBetween(0.8, 0.99);
    assertThat(half.accepted()).isTrue();
    VariantReport int8 = make(source, INT8, 15, "int8");
    assertThat(int8.metric().low()).isGreaterThan(-0.05);
    assertThat(int8.metric().high()).isLessThan(0.1);
    assertThat(int8.outputs().get(0).decisions()).as("nobody decides by a map").isZero();
  }

  @Test
  void valuesAreJudgedByTheirError() throws Exception {
    String ports =
        """
        inputs:
          - {name: image, dtype: float32, shape: [N, 3, 51, 51], layout: channels-first, channels: [a, b, c], preprocessing: []}
        outputs:
          - {name: latent, meaning: 28 numbers, kind: value, shape: [N, 28]}
        """;
    ModelPackage source = pack(SmallCnn.network(2), ports);
    images(60, 51, "a", "b", "c");
    float[] answers = answers(source, "latent");
    label(answers, "[60, 28]");
    assertThatThrownBy(() -> make(source, HALF, null, "exact"))
        .hasMessageContaining("BAD_ARGUMENT: rmse is 0.0 in single precision")
        .hasMessageContaining("not the network's own answers");
    Random random = new Random(7);
    for (int i = 0; i < answers.length; i++) {
      answers[i] += (float) (0.1 * random.nextGaussian());
    }
    new SampleFolder(folder.resolve("set")).file("labels.f32", answers);
    VariantReport half = make(source, HALF, null, "half");
    assertThat(half.metric().name()).isEqualTo(MetricSpec.Name.RMSE);
    assertThat(half.metric().float32()).isBetween(0.095, 0.105);
    assertThat(half.accepted()).isTrue();
  }

  @Test
  void aSampleThatDoesNotFitIsNamed() throws Exception {
    String ports =
        """
        inputs:
          - {name: image, dtype: float32, shape: [N, 3, 51, 51], layout: channels-first, channels: [a, b, c], preprocessing: []}
        outputs:
          - {name: logit, meaning: log-odds, kind: logit, shape: [N, 1]}
        """;
    ModelPackage source = pack(SmallCnn.network(1), ports);
    SampleFolder set = images(60, 51, "a", "b", "c");
    float[] pixels = new float[60 * 51 * 51];
    pixels[7 * 51 * 51 + 3] = Float.NaN;
    set.file("b.f32", pixels);
    label(new float[60], "[60]");
    assertThatThrownBy(() -> make(source, HALF, null, "judging"))
        .hasMessageContaining("BAD_ARGUMENT: b holds NaN after preprocessing (sample 7 of ");
    assertThatThrownBy(() -> make(source, INT8, 9, "calibrating"))
        .hasMessageContaining("b holds NaN after preprocessing (sample 7 of ");
    assertThat(folder.resolve("calibrating/probe.onnx")).doesNotExist();
  }
}
