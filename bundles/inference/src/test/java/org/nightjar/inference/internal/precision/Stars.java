package org.nightjar.inference.internal.precision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.nightjar.inference.internal.precision.samples.SampleFolder;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.build.NetworkBuilder;
import org.nightjar.onnx.build.Value;
import org.nightjar.onnx.build.Window;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Shape;
import org.nightjar.onnx.model.Tensor;

/**
 * A problem whose answer is known: is there a star in this image of noise? The network is a matched
 * filter, among others that look for nothing, whose largest answer is compared with a level.
 */
public final class Stars {
  private static final int SIDE = 20;
  private static final int KERNEL = 9;
  private static final int FILTERS = 16;
  private static final double WIDTH = 1.5;
  private static final float LEVEL = 3;

  /** For the golden vector, by numpy in double precision. */
  private static final float SOMETHING = 0.91018378f;

  private Stars() {}

  /** The network: input {@code image [N, 1, 20, 20]}, output {@code score [N, 1]}. */
  public static OnnxModel network() {
    float[] kernels = new float[FILTERS * KERNEL * KERNEL];
    Random random = new Random(3);
    for (int i = 0; i < kernels.length; i++) {
      kernels[i] = (float) (0.05 * random.nextGaussian());
    }
    double norm = Math.sqrt(sumOfSquares());
    for (int i = 0; i < KERNEL * KERNEL; i++) {
      kernels[i] = (float) (star(i / KERNEL - KERNEL / 2, i % KERNEL - KERNEL / 2) / norm);
    }
    float[] head = new float[FILTERS];
    head[0] = 1;
    NetworkBuilder net = new NetworkBuilder("stars");
    Value x = net.input("image", Shape.of("N,1,20,20"));
    Value filtered =
        net.relu(
            net.conv(
                x,
                Tensor.floats("", kernels, FILTERS, 1, KERNEL, KERNEL),
                Tensor.floats("", new float[FILTERS], FILTERS),
                Window.same(KERNEL)));
    Value largest = net.flatten(net.maxPool(filtered, Window.of(SIDE)));
    Value logit =
        net.as("head")
            .gemm(
                largest,
                Tensor.floats("", head, 1, FILTERS),
                Tensor.floats("", new float[] {-LEVEL}, 1));
    return net.output("score", net.sigmoid(logit), Shape.of("N,1")).build();
  }

  private static double sumOfSquares() {
    double sum = 0;
    for (int i = 0; i < KERNEL * KERNEL; i++) {
      double value = star(i / KERNEL - KERNEL / 2, i % KERNEL - KERNEL / 2);
      sum += value * value;
    }
    return sum;
  }

  private static double star(double y, double x) {
    return Math.exp(-(x * x + y * y) / (2 * WIDTH * WIDTH));
  }

  /** Its manifest, with more behind it. */
  public static String manifest(String more) {
    return """
        # Looks for stars.
        id: stars
        version: "1.0" # the first
        task: transients
        precision: float32
        license: Apache-2.0
        inputs:
          - name: image
            dtype: float32
            shape: [N, 1, 20, 20]
            layout: channels-first
            channels: [science]
            preprocessing:
              - fill: {nonfinite: 0}
        outputs:
          - {name: score, meaning: probability of a star, kind: probability, shape: [N, 1], classes: [star]}
        thresholds: {star: 0.5}
        golden:
          - name: nothing
            inputs: {science: {pattern: ramp, shape: [20, 20], low: 0, high: 0}}
            outputs: {score: [0.047425874]}
          - name: something
            inputs: {science: {pattern: peak, shape: [20, 20], low: 0, high: 0, height: 4, width: 1.5}}
            outputs: {score: {file: golden/something.f32, shape: [1]}}
        """
        + more;
  }

  /** Writes the package. */
  public static Path write(Path folder, String more) throws Exception {
    new SampleFolder(folder.resolve("golden")).file("something.f32", SOMETHING);
    Files.writeString(folder.resolve("model.yaml"), manifest(more));
    OnnxWriter.write(network(), folder.resolve("model.onnx"));
    return folder;
  }

  /**
   * Writes samples, every other with a star somewhere.
   *
   * @param count how many
   * @param brightness the factor of all numbers; 1 for the noise that the network is made for
   */
  public static Path samples(Path folder, int count, double brightness, long seed)
      throws IOException {
    Random random = new Random(seed);
    float[] pixels = new float[count * SIDE * SIDE];
    StringBuilder labels = new StringBuilder();
    for (int sample = 0; sample < count; sample++) {
      boolean present = sample % 2 == 1;
      double row = 4 + random.nextInt(SIDE - 8);
      double column = 4 + random.nextInt(SIDE - 8);
      double height = 1.2 + random.nextDouble();
      for (int i = 0; i < SIDE * SIDE; i++) {
        double star = present ? height * star(i / SIDE - row, i % SIDE - column) : 0;
        pixels[sample * SIDE * SIDE + i] = (float) (brightness * (random.nextGaussian() + star));
      }
      labels.append(sample == 0 ? "" : ", ").append(present ? 1 : 0);
    }
    return new SampleFolder(folder)
        .file("science.f32", pixels)
        .yaml(
            """
            about: stars in noise, seed %d
            channels:
              science: {file: science.f32, shape: [%d, 20, 20]}
            labels: [%s]
            """
                .formatted(seed, count, labels));
  }
}
