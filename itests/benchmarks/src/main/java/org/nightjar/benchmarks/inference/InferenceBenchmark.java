package org.nightjar.benchmarks.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nightjar.benchmarks.Outcome;
import org.nightjar.inference.internal.onnx.OnnxEngine;

/**
 * The inference service against ONNX Runtime called directly, DJL, and a lock; then its variants of
 * networks.
 */
public final class InferenceBenchmark {
  private final Path folder;
  private final int rounds;
  private final double seconds;

  /**
   * A benchmark.
   *
   * @param folder where to write networks and data folders; emptied
   * @param seconds that each contestant works in each round
   */
  public InferenceBenchmark(Path folder, int rounds, double seconds) {
    this.folder = folder;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  /** Runs all contests. */
  public List<Outcome> run() throws Exception {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    Files.createDirectories(folder);
    OnnxEngine.start();
    List<Outcome> outcomes = new ArrayList<>();
    InferenceContest.Wanted nothing = InferenceContest.Wanted.NOTHING;
    Network small = Network.small(folder);
    outcomes.addAll(
        contest(small, seconds)
            .run(
                Map.of(
                    1,
                    new InferenceContest.Wanted(0.5, Double.NaN),
                    4,
                    nothing,
                    16,
                    nothing,
                    64,
                    new InferenceContest.Wanted(Double.NaN, 10))));
    Network resNet = Network.resNet(folder);
    outcomes.addAll(
        contest(resNet, seconds)
            .run(
                Map.of(
                    1, nothing,
                    4, nothing,
                    16, nothing,
                    64, new InferenceContest.Wanted(Double.NaN, 1))));
    Network net = Network.uNet(folder);
    outcomes.addAll(
        contest(net, 3 * seconds)
            .run(Map.of(1, nothing, 4, new InferenceContest.Wanted(Double.NaN, 1))));
    outcomes.addAll(
        new SimulatedGpu(small, rounds, seconds).run(Map.of(1, Double.NaN, 16, 8.0, 64, 15.0)));
    outcomes.addAll(variants(small, "auc", 200, 1000));
    outcomes.addAll(variants(resNet, "accuracy", 100, 500));
    outcomes.addAll(variants(net, "dice", 10, 50));
    return outcomes;
  }

  private List<Outcome> variants(Network network, String metric, int calibrate, int judge)
      throws Exception {
    Path work = folder.resolve("variants-" + network.name());
    return new VariantContest(network, work, metric, calibrate, judge).run();
  }

  private InferenceContest contest(Network network, double time) {
    return new InferenceContest(network, folder.resolve("data-" + network.name()), rounds, time);
  }
}
