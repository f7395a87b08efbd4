package org.nightjar.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.product.Product;
import org.nightjar.benchmarks.inference.InferenceBenchmark;

/**
 * Runs the contests in turns and prints what came out; {@code benchmarks.jsonl} has it for
 * machines. Ends with 1 if a ratio that is wanted was not reached.
 */
public final class Benchmarks {
  private static final int FEW = 10;
  private static final int MANY = 100;

  private final Surroundings around;
  private final double seconds;
  private final int rounds;
  private final Set<String> only;

  private Benchmarks(Surroundings around, double seconds, int rounds, Set<String> only) {
    this.around = around;
    this.seconds = seconds;
    this.rounds = rounds;
    this.only = only;
  }

  /**
   * Arguments: test data, distribution, folder to write into, seconds, rounds, names (none: all).
   */
  public static void main(String[] args) throws Exception {
    Set<String> only = args.length < 6 || args[5].isBlank() ? Set.of() : Set.of(args[5].split(","));
    Surroundings around =
        new Surroundings(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]).resolve("bench"));
    Files.createDirectories(around.folder());
    boolean met =
        new Benchmarks(around, Double.parseDouble(args[3]), Integer.parseInt(args[4]), only).run();
    System.exit(met ? 0 : 1);
  }

  private boolean run() throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    if (wanted("alerts")) {
      Optional<Contest> alerts =
          Alerts.contest(around.testdata(), around.folder().resolve("schemas"));
      hold(alerts, "no real packets in " + around.testdata(), outcomes);
    }
    try (FitsFiles files = new FitsFiles(around.folder())) {
      Path plain = around.folder().resolve("plain.fits");
      Frames.write(plain, Frames.pixels(7), 0);
      if (wanted("plain")) {
        try (Product product = files.open(plain)) {
          hold(Optional.of(PlainImages.contest(plain, product)), "", outcomes);
        }
      }
      if (wanted("rice")) {
        rice(files, plain, outcomes);
      }
      if (wanted("imaging")) {
        hold(
            CcdImaging.contest(around.folder(), plain, files),
            "source-extractor is not installed",
            outcomes);
      }
    }
    if (wanted("inference")) {
      Path networks = around.folder().resolve("inference");
      for (Outcome outcome : new InferenceBenchmark(networks, rounds, seconds).run()) {
        System.out.println(outcome.line());
        outcomes.add(outcome);
      }
    }
    boolean flat = !wanted("check") || new Throughput(around).run(FEW, MANY);
    Files.write(
        around.folder().resolve("benchmarks.jsonl"), outcomes.stream().map(Outcome::json).toList());
    return flat && outcomes.stream().allMatch(Outcome::met);
  }

  private void rice(FitsFiles files, Path plain, List<Outcome> outcomes) throws Exception {
    Optional<Path> packed = RiceImages.packed(around.folder(), plain);
    if (packed.isEmpty()) {
      hold(Optional.empty(), "astropy is not installed", outcomes);
      return;
    }
    hold(Optional.of(RiceImages.contest(around.folder(), packed.get(), files)), "", outcomes);
  }

  private void hold(Optional<Contest> contest, String absent, List<Outcome> outcomes)
      throws Exception {
    if (contest.isEmpty()) {
      System.out.println("left out: " + absent);
      return;
    }
    for (Outcome outcome : contest.get().run(rounds, seconds)) {
      System.out.println(outcome.line());
      outcomes.add(outcome);
    }
  }

  private boolean wanted(String name) {
    return only.isEmpty() || only.contains(name);
  }
}
