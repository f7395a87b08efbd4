package org.nightjar.inference.internal.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.environment.Folders;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.model.Placement;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.service.TestSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs a model whose golden vector the processor made, and asks the service for answers. */
final class ServiceCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceCheck.class);
  private static final int SIDE = 16;
  private static final int SAMPLES = 12;
  private static final String MANIFEST =
      """
      id: mask
      version: "1.0"
      task: ghosts
      precision: float32
      license: Apache-2.0
      inputs:
        - name: x
          dtype: float32
          shape: [N, 1, 16, 16]
          layout: channels-first
          channels: [science]
          preprocessing:
            - fill: {nonfinite: 0}
      outputs:
        - name: y
          meaning: probability that a pixel is part of a ghost
          kind: mask
      golden:
        - name: noise
          inputs: {science: {file: x.f32, shape: [16, 16]}}
          outputs: {y: {file: y.f32, shape: [1, 16, 16]}}
          tolerance: 1.0e-5
      """;

  private final Path folder;
  private final String choice;
  private final SplittableRandom random = new SplittableRandom(5);

  ServiceCheck(Path folder, String choice) {
    this.folder = folder;
    this.choice = choice;
  }

  /** Fails where answers differ from those of the processor. */
  void run() throws NightjarException, IOException, InterruptedException {
    InferenceService service =
        new InferenceService(
            new Folders(folder, folder), TestSettings.with(Map.of("device", choice)));
    service.start();
    try (Answers answers = new Answers()) {
      service.loaded().add(ModelPackage.read(pack(answers)), Optional.empty());
      Placement placement = service.loaded().installed().get(0).model().orElseThrow().placement();
      LOG.info("the service took {}: {}", placement.device(), placement.reason());
      double worst = 0;
      try (InferenceScope client = service.scope("check")) {
        List<float[]> images = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
          images.add(image());
          samples.add(new Sample(Map.of("science", Tensor.of(images.get(i), SIDE, SIDE))));
        }
        List<Prediction> predictions =
            client.inferAll(client.models("ghosts").get(0), samples, Urgency.BULK);
        for (int i = 0; i < SAMPLES; i++) {
          DeviceCheck.require(
              predictions.get(i).device().equals(placement.device()),
              "an answer came from " + predictions.get(i).device());
          float[] ours = new float[SIDE * SIDE];
          predictions.get(i).outputs().get("y").values().get(ours);
          worst = Math.max(worst, DeviceCheck.difference(ours, answers.of(images.get(i))));
        }
      }
      DeviceCheck.require(worst <= 1e-5, "answers differ by " + worst);
      LOG.info("{} answers of the service differ by {}", SAMPLES, worst);
    } finally {
      service.stop();
    }
  }

  private Path pack(Answers answers) throws IOException, NightjarException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    float[] image = image();
    Files.writeString(pack.resolve("model.yaml"), MANIFEST);
    Files.write(pack.resolve("model.onnx"), Graphs.mask(4));
    Files.write(pack.resolve("x.f32"), bytes(image));
    Files.write(pack.resolve("y.f32"), bytes(answers.of(image)));
    return pack;
  }

  private float[] image() {
    float[] image = new float[SIDE * SIDE];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextDouble();
    }
    return image;
  }

  private static byte[] bytes(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }

  /** What the processor says. */
  private final class Answers implements AutoCloseable {
    private final Session session;
    private final Runner runner;

    Answers() throws NightjarException, IOException {
      Device processor = OnnxEngine.start().cpu();
      session = processor.open(Files.write(folder.resolve("answers.onnx"), Graphs.mask(4)));
      List<Integer> shape = List.of(1, SIDE, SIDE);
      runner =
          session.runner(
              new Ports(List.of(new Slot("x", shape)), List.of(new Slot("y", shape))), 1);
    }

    float[] of(float[] image) throws NightjarException {
      runner.input(0).put(image);
      runner.run(1);
      float[] answer = new float[image.length];
      runner.output(0).get(answer);
      return answer;
    }

    @Override
    public void close() {
      runner.close();
      session.close();
    }
  }
}
