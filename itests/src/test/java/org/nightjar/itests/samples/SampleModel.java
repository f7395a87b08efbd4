package org.nightjar.itests.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A model package for the generated night: a matched filter on the difference stamp, written as a
 * graph. Nothing in it was trained; it is right for Gaussian stars of the generator's width in the
 * middle of the stamp, and for nothing else.
 */
public final class SampleModel {
  private static final int STAMP = 63;
  private static final double SIGMA = 1.2;
  private static final double LEAST_SIGNAL_TO_NOISE = 5;
  private static final String MANIFEST =
      """
      id: matched-filter
      version: "1"
      task: transients
      precision: float32
      license: Apache-2.0
      inputs:
        - name: difference
          dtype: float32
          shape: [N, 63, 63]
          channels: [difference]
          preprocessing:
            - fill: {nonfinite: median}
            - scale: {subtract: median, divide: std}
      outputs:
        - name: score
          meaning: whether a point source stands in the middle of the difference
          kind: value
          shape: [N, 1]
      thresholds: {real: 0.5, bogus: 0.2}
      golden:
        - name: a star in noise
          inputs: {difference: {file: star.f32, shape: [63, 63]}}
          outputs: {score: [%s]}
      card:
        method: sigmoid(S - 5), S the response of a unit Gaussian of 1.2 pixels to the scaled difference
        limits: for the generated night alone
      """;

  private SampleModel() {}

  /** Writes the package into a folder. */
  public static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    double[] filter = filter();
    float[] star = star();
    Files.write(folder.resolve("model.onnx"), graph(filter));
    Files.write(folder.resolve("star.f32"), bytes(star));
    Files.writeString(folder.resolve("model.yaml"), MANIFEST.formatted(score(filter, star)));
    return folder;
  }

  /** A Gaussian without response to a constant, of unit norm. */
  private static double[] filter() {
    double[] filter = new double[STAMP * STAMP];
    double mean = 0;
    for (int i = 0; i < filter.length; i++) {
      double x = i % STAMP - STAMP / 2;
      double y = i / STAMP - STAMP / 2;
      filter[i] = Math.exp(-(x * x + y * y) / (2 * SIGMA * SIGMA));
      mean += filter[i] / filter.length;
    }
    double norm = 0;
    for (int i = 0; i < filter.length; i++) {
      filter[i] -= mean;
      norm += filter[i] * filter[i];
    }
    for (int i = 0; i < filter.length; i++) {
      filter[i] /= Math.sqrt(norm);
    }
    return filter;
  }

  /** A faint star: its score lies where the sigmoid is steep, so that any difference shows. */
  private static float[] star() {
    SplittableRandom random = new SplittableRandom(1);
    double[] filter = filter();
    float[] star = new float[filter.length];
    for (int i = 0; i < star.length; i++) {
      star[i] = (float) (random.nextGaussian() + 5 * filter[i]);
    }
    return star;
  }

  /** What the package should say of a stamp, without the graph. */
  private static double score(double[] filter, float[] pixels) {
    float[] sorted = pixels.clone();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    double mean = 0;
    double square = 0;
    for (float pixel : pixels) {
      mean += (double) pixel / pixels.length;
      square += (double) pixel * pixel / pixels.length;
    }
    double signal = 0;
    for (int i = 0; i < pixels.length; i++) {
      signal += filter[i] * (pixels[i] - median) / Math.sqrt(square - mean * mean);
    }
    return 1 / (1 + Math.exp(LEAST_SIGNAL_TO_NOISE - signal));
  }

  private static byte[] graph(double[] filter) {
    float[] weights = new float[filter.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) filter[i];
    }
    Message graph =
        new Message()
            .put(1, node("Flatten", "flat", "difference"))
            .put(1, node("MatMul", "signal", "flat", "filter"))
            .put(1, node("Add", "excess", "signal", "least"))
            .put(1, node("Sigmoid", "score", "excess"))
            .put(2, "matched filter")
            .put(5, tensor("filter", weights, weights.length, 1))
            .put(5, tensor("least", new float[] {(float) -LEAST_SIGNAL_TO_NOISE}, 1))
            .put(11, value("difference", STAMP, STAMP))
            .put(12, value("score", 1));
    return new Message()
        .put(1, 8)
        .put(7, graph)
        .put(8, new Message().put(1, "").put(2, 17))
        .bytes();
  }

  private static Message node(String type, String output, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.put(1, input);
    }
    return node.put(2, output).put(4, type);
  }

  private static Message tensor(String name, float[] values, int... shape) {
    Message tensor = new Message();
    for (int extent : shape) {
      tensor.put(1, extent);
    }
    return tensor.put(2, 1).put(8, name).put(9, bytes(values));
  }

  private static Message value(String name, int... extents) {
    Message shape = new Message().put(1, new Message().put(2, "N"));
    for (int extent : extents) {
      shape.put(1, new Message().put(1, extent));
    }
    Message type = new Message().put(1, new Message().put(1, 1).put(2, shape));
    return new Message().put(1, name).put(2, type);
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** A protocol-buffer message; field numbers are those of onnx.proto. */
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message put(int field, long number) {
      varint(field << 3);
      varint(number);
      return this;
    }

    Message put(int field, byte[] content) {
      varint((field << 3) | 2);
      varint(content.length);
      bytes.writeBytes(content);
      return this;
    }

    Message put(int field, String text) {
      return put(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message put(int field, Message message) {
      return put(field, message.bytes());
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while (rest >>> 7 != 0) {
        bytes.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
    }
  }
}
