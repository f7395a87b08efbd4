package org.nightjar.inference.internal.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares an accelerator with the processor, in a JVM of its own: first device by device, then
 * through the whole service. Its arguments are the name of the accelerator as {@code
 * inference.device} has it, a folder to write to, and how many runs to time. It fails where they
 * differ, and says so where the accelerator does not work. The README of the bundle has the command
 * line for a machine with a card.
 */
final class DeviceCheck {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceCheck.class);
  private static final double TOLERANCE = 1e-5;
  private static final List<Integer> BATCHES = List.of(1, 2, 5);

  private final Path folder;
  private final int runs;
  private final Device accelerator;
  private final Device processor;

  private DeviceCheck(String choice, Path folder, int runs) throws NightjarException {
    this.folder = folder;
    this.runs = runs;
    List<Device> devices = OnnxEngine.start().devices(DeviceSettings.of(choice));
    this.accelerator = devices.get(0);
    this.processor = devices.get(1);
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    DeviceCheck check = new DeviceCheck(args[0], folder, Integer.parseInt(args[2]));
    check.compare("classifier", Graphs.classifier(32), List.of(3, 32, 32), List.of(4));
    byte[] mask = Graphs.mask(4);
    check.compare("mask", mask, List.of(1, 16, 16), List.of(1, 16, 16));
    check.compare("mask", mask, List.of(1, 24, 32), List.of(1, 24, 32));
    new ServiceCheck(folder, args[0]).run();
    // Dawn has threads of its own that do not end with main.
    System.exit(0);
  }

  private void compare(String name, byte[] graph, List<Integer> in, List<Integer> out)
      throws NightjarException, IOException {
    Path file = Files.write(folder.resolve(name + ".onnx"), graph);
    Ports ports = new Ports(List.of(new Slot("x", in)), List.of(new Slot("y", out)));
    try (Session ours = accelerator.open(file);
        Session theirs = processor.open(file)) {
      ours.probe(ports.inputs(), List.of("y"), 1);
      try (Runner fast = ours.runner(ports, 5);
          Runner sure = theirs.runner(ports, 5)) {
        for (int samples : BATCHES) {
          double worst = difference(run(fast, samples), run(sure, samples));
          LOG.info("{} {} x{}: differs by {}", name, in, samples, worst);
          require(worst <= TOLERANCE, name + " differs by " + worst);
        }
        fast.shrink();
        require(difference(run(fast, 2), run(sure, 2)) <= TOLERANCE, "differs when it shrinks");
        require(difference(run(fast, 2), run(sure, 2)) <= TOLERANCE, "differs after shrinking");
        LOG.info(
            "{} {} x5: {} ms on {}, {} ms on {}; resident {} MiB",
            name,
            in,
            milliseconds(fast),
            accelerator.name(),
            milliseconds(sure),
            processor.name(),
            NativeMemory.used().orElse(0) >> 20);
      }
    } catch (NightjarException e) {
      if (!e.problem().code().equals(StandardError.UNAVAILABLE.name())) {
        throw e;
      }
      LOG.info("{} falls back: {}", accelerator.name(), e.problem().message());
    }
  }

  private static float[] run(Runner runner, int samples) throws NightjarException {
    SplittableRandom random = new SplittableRandom(samples);
    for (int i = 0; i < runner.input(0).capacity(); i++) {
      runner.input(0).put(i, (float) random.nextDouble());
    }
    float[] stale = new float[runner.output(0).capacity()];
    Arrays.fill(stale, Float.NaN);
    runner.output(0).put(stale);
    runner.run(samples);
    float[] result = new float[stale.length / 5 * samples];
    runner.output(0).get(result);
    return result;
  }

  private double milliseconds(Runner runner) throws NightjarException {
    long begin = System.nanoTime();
    for (int i = 0; i < runs; i++) {
      runner.run(5);
    }
    return (System.nanoTime() - begin) / 1000 / runs / 1000.0;
  }

  /** The largest difference; NaN where a number was never written. */
  static double difference(float[] ours, float[] theirs) {
    double worst = 0;
    for (int i = 0; i < ours.length; i++) {
      worst = Math.max(worst, Math.abs(ours[i] - theirs[i]));
    }
    return worst;
  }

  static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalStateException(otherwise);
    }
  }
}
