package org.nightjar.benchmarks.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.samples.ResNet18;
import org.nightjar.onnx.samples.SmallCnn;
import org.nightjar.onnx.samples.UNet;

/**
 * A network with random weights, generated for the benchmark, and its package.
 *
 * @param name in tables, and id of the model
 * @param folder the package
 * @param input name of its input
 * @param shape of one sample: channels, rows, columns
 * @param output name of the output that is wanted
 * @param outputShape of one sample
 * @param kind what the output is
 */
record Network(
    String name,
    Path folder,
    String input,
    List<Integer> shape,
    String output,
    List<Integer> outputShape,
    String kind) {

  private static final long SEED = 20261201;

  static Network small(Path folder) throws IOException, NightjarException {
    return new Network(
            "small-cnn",
            folder.resolve("small-cnn"),
            "image",
            List.of(3, 51, 51),
            "probability",
            List.of(1),
            "probability")
        .write(SmallCnn.network(SEED));
  }

  static Network resNet(Path folder) throws IOException, NightjarException {
    return new Network(
            "resnet-18",
            folder.resolve("resnet-18"),
            "image",
            List.of(3, 100, 100),
            "logits",
            List.of(10),
            "logit")
        .write(ResNet18.network(SEED));
  }

  static Network uNet(Path folder) throws IOException, NightjarException {
    return new Network(
            "u-net",
            folder.resolve("u-net"),
            "image",
            List.of(1, 400, 400),
            "mask",
            List.of(1, 400, 400),
            "probability")
        .write(UNet.network(SEED));
  }

  Path graph() {
    return folder.resolve("model.onnx");
  }

  /** Numbers of one sample. */
  int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  int outputSize() {
    return outputShape.stream().reduce(1, Math::multiplyExact);
  }

  /** Shape of a tensor of several samples. */
  long[] batch(List<Integer> of, int samples) {
    long[] batch = new long[of.size() + 1];
    batch[0] = samples;
    for (int i = 0; i < of.size(); i++) {
      batch[i + 1] = of.get(i);
    }
    return batch;
  }

  /** A sample of noise; the same for the same number. */
  float[] sample(long number) {
    SplittableRandom random = new SplittableRandom(number);
    float[] values = new float[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  List<String> channels() {
    List<String> channels = new ArrayList<>();
    for (int i = 0; i < shape.get(0); i++) {
      channels.add("c" + i);
    }
    return channels;
  }

  private Network write(OnnxModel model) throws IOException, NightjarException {
    Files.createDirectories(folder);
    OnnxWriter.write(model, graph());
    Files.writeString(
        folder.resolve("model.yaml"),
        """
        id: %s
        version: "1"
        task: benchmark
        precision: float32
        license: Apache-2.0
        inputs:
          - name: %s
            dtype: float32
            shape: [N, %d, %d, %d]
            layout: channels-first
            channels: %s
            preprocessing: []
        outputs:
          - name: %s
            meaning: of random weights
            kind: %s
        """
            .formatted(
                name, input, shape.get(0), shape.get(1), shape.get(2), channels(), output, kind));
    return this;
  }
}
