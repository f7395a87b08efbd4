package org.nightjar.benchmarks.inference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.benchmarks.Outcome;
import org.nightjar.environment.Folders;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.precision.Order;
import org.nightjar.inference.internal.precision.Recipe;
import org.nightjar.inference.internal.precision.ReportJson;
import org.nightjar.inference.internal.precision.SampleChoice;
import org.nightjar.inference.internal.precision.VariantMaker;
import org.nightjar.inference.internal.precision.Watch;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.service.InferenceSettings;
import org.nightjar.json.JsonLine;
import org.nightjar.testkit.TestSettings;

/**
 * One network in eight bits and with half weights, against itself in single precision: time and
 * what it costs. The weights are random and the images noise, so the truth is what the network says
 * itself, disturbed: the loss is that of rounding, not of a trained network.
 */
final class VariantContest {
  private static final double ALLOWED = 0.01;

  /** Disturbance of labels, in standard deviations of the answers. */
  private static final double DISTURBED = 0.5;

  private final Network network;
  private final Path work;
  private final String metric;
  private final int calibrate;
  private final int samples;

  /**
   * A contest.
   *
   * @param work a folder for samples and packages
   * @param metric {@code auc}, {@code accuracy} or {@code dice}
   * @param calibrate samples that give the ranges
   * @param judge samples that judge
   */
  VariantContest(Network network, Path work, String metric, int calibrate, int judge) {
    this.network = network;
    this.work = work;
    this.metric = metric;
    this.calibrate = calibrate;
    this.samples = calibrate + judge;
  }

  List<Outcome> run() throws Exception {
    Files.createDirectories(work);
    InferenceService service =
        new InferenceService(
            new Folders(work, work.resolve("data")),
            TestSettings.with(InferenceSettings.class, Map.of("device", "cpu")));
    service.start();
    try {
      ModelPackage plain = ModelPackage.read(network.folder());
      service.loaded().add(plain, Optional.empty());
      float[][] answers = answers(service);
      float[] all = flat(answers);
      Arrays.sort(all);
      float middle = all[all.length / 2];
      write(answers, middle, spread(all));
      ModelPackage judged = declare(middle);
      VariantMaker maker = new VariantMaker(service.loader(), service.processor(), Watch.NONE);
      return List.of(
          outcome(maker, judged, Manifest.INT8, Optional.of(calibrate)),
          outcome(maker, judged, Manifest.HALF_WEIGHTS, Optional.empty()));
    } finally {
      service.stop();
    }
  }

  private Outcome outcome(
      VariantMaker maker, ModelPackage parent, String precision, Optional<Integer> ranges)
      throws Exception {
    Order order =
        new Order(
            new Recipe(precision, List.of(), Optional.empty(), 8),
            new SampleChoice(work.resolve("samples"), ranges, Optional.empty()),
            Optional.of(ALLOWED));
    Path made = Files.createDirectories(work.resolve(precision));
    VariantReport report = maker.make(parent, order, made).report();
    System.out.println("  " + network.name() + " " + precision);
    System.out.println("  " + JsonLine.write(ReportJson.of(report)));
    return Outcome.of(
        network.name() + ", " + precision,
        "img/s",
        "float32",
        new double[] {1e6 / report.cost().micros()},
        new double[] {1e6 / report.cost().float32Micros()},
        Double.NaN);
  }

  private float[][] answers(InferenceService service) throws Exception {
    float[][] answers = new float[samples][];
    try (InferenceScope scope = service.scope("benchmark")) {
      var model = scope.models("benchmark").get(0);
      for (int i = 0; i < samples; i++) {
        List<Prediction> predictions = scope.inferAll(model, List.of(sample(i)), Urgency.BULK);
        Tensor tensor = predictions.get(0).outputs().get(network.output());
        answers[i] = new float[tensor.size()];
        tensor.values().get(answers[i]);
      }
    }
    return answers;
  }

  private Sample sample(int number) {
    float[] numbers = network.sample(number);
    int plane = network.shape().get(1) * network.shape().get(2);
    Map<String, Tensor> channels = new HashMap<>();
    for (int i = 0; i < network.channels().size(); i++) {
      channels.put(
          network.channels().get(i),
          Tensor.of(
              Arrays.copyOfRange(numbers, i * plane, (i + 1) * plane),
              network.shape().get(1),
              network.shape().get(2)));
    }
    return new Sample(channels);
  }

  /** Images and labels as {@code models variant} reads them. */
  private void write(float[][] answers, float middle, double spread) throws IOException {
    Path folder = Files.createDirectories(work.resolve("samples"));
    StringBuilder yaml =
        new StringBuilder("about: noise; labels are disturbed answers\nchannels:\n");
    int plane = network.shape().get(1) * network.shape().get(2);
    for (int channel = 0; channel < network.channels().size(); channel++) {
      float[] pixels = new float[samples * plane];
      for (int i = 0; i < samples; i++) {
        System.arraycopy(network.sample(i), channel * plane, pixels, i * plane, plane);
      }
      String name = network.channels().get(channel);
      Files.write(folder.resolve(name + ".f32"), bytes(pixels));
      yaml.append(
          "  %1$s: {file: %1$s.f32, shape: [%2$d, %3$d, %4$d]}%n"
              .formatted(name, samples, network.shape().get(1), network.shape().get(2)));
    }
    List<Integer> shape = new ArrayList<>(List.of(samples));
    if (metric.equals("dice")) {
      shape.addAll(network.shape().subList(1, 3));
    }
    Files.write(folder.resolve("labels.f32"), bytes(labels(answers, middle, spread)));
    yaml.append("labels: {file: labels.f32, shape: ").append(shape).append("}\n");
    Files.writeString(folder.resolve("samples.yaml"), yaml);
  }

  private float[] labels(float[][] answers, float middle, double spread) {
    SplittableRandom random = new SplittableRandom(6);
    float[][] labels = new float[samples][];
    for (int i = 0; i < samples; i++) {
      float[] disturbed = answers[i].clone();
      for (int k = 0; k < disturbed.length; k++) {
        disturbed[k] += (float) (DISTURBED * spread * random.nextGaussian());
      }
      labels[i] = metric.equals("accuracy") ? new float[] {largest(disturbed)} : disturbed;
      for (int k = 0; !metric.equals("accuracy") && k < disturbed.length; k++) {
        disturbed[k] = disturbed[k] > middle ? 1 : 0;
      }
    }
    return flat(labels);
  }

  /** The same package, with what it is judged by. */
  private ModelPackage declare(float middle) throws Exception {
    Path folder = Files.createDirectories(work.resolve("judged"));
    Files.copy(network.graph(), folder.resolve(ModelPackage.GRAPH));
    String threshold = metric.equals("dice") ? ", threshold: " + middle : "";
    Files.writeString(
        folder.resolve(ModelPackage.MANIFEST),
        Files.readString(network.folder().resolve(ModelPackage.MANIFEST))
            + "metric: {name: %s, output: %s%s}%n".formatted(metric, network.output(), threshold));
    return ModelPackage.read(folder);
  }

  private static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static double spread(float[] values) {
    double mean = 0;
    double square = 0;
    for (float value : values) {
      mean += value / values.length;
      square += (double) value * value / values.length;
    }
    return Math.sqrt(square - mean * mean);
  }

  private static float[] flat(float[][] parts) {
    int size = 0;
    for (float[] part : parts) {
      size += part.length;
    }
    float[] all = new float[size];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
