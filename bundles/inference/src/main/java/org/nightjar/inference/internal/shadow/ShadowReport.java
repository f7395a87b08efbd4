package org.nightjar.inference.internal.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a version on trial compares with the live one, on the same samples.
 *
 * @param live label of the live version
 * @param candidate label of the version on trial
 * @param samples samples that both answered
 * @param failures samples that only the live version answered
 * @param skipped samples that were not shown to the candidate, because the device had no time
 * @param outputs one entry an output that both have
 * @param liveMicros mean time of one sample in the live version's runs
 * @param candidateMicros the same of the candidate
 */
public record ShadowReport(
    String live,
    String candidate,
    long samples,
    long failures,
    long skipped,
    List<Output> outputs,
    double liveMicros,
    double candidateMicros) {
  /** Copies the list. */
  public ShadowReport {
    outputs = List.copyOf(outputs);
  }

  /**
   * How one output compares.
   *
   * @param name its name
   * @param largest largest |difference| of any number
   * @param mean mean |difference|
   * @param decisions samples that were decided by it
   * @param flips decisions that came out differently
   * @param kolmogorovSmirnov distance of the distributions of the first number, 0 to 1
   * @param stabilityIndex population stability index of the same
   */
  public record Output(
      String name,
      double largest,
      double mean,
      long decisions,
      long flips,
      double kolmogorovSmirnov,
      double stabilityIndex) {}

  /** What speaks against the candidate; empty if nothing does. */
  public List<String> objections(ShadowLimits limits) {
    List<String> objections = new ArrayList<>();
    if (failures > 0) {
      objections.add(failures + " samples failed that " + live + " answers");
    }
    for (Output output : outputs) {
      double flipped = output.decisions() == 0 ? 0 : (double) output.flips() / output.decisions();
      if (flipped > limits.flips()) {
        objections.add(
            String.format(
                Locale.ROOT,
                "%s decides differently for %.2f %% of the samples, %.2f %% are allowed",
                output.name(),
                100 * flipped,
                100 * limits.flips()));
      }
    }
    if (candidateMicros > limits.slower() * liveMicros && liveMicros > 0) {
      objections.add(
          String.format(
              Locale.ROOT,
              "it takes %.1f times as long, %.1f times is allowed",
              candidateMicros / liveMicros,
              limits.slower()));
    }
    return objections;
  }

  /** One line for people. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%d samples, %s",
        samples,
        outputs.stream()
            .map(
                each ->
                    String.format(
                        Locale.ROOT,
                        "%s: |difference| up to %.3g, %d of %d decisions differ",
                        each.name(),
                        each.largest(),
                        each.flips(),
                        each.decisions()))
            .collect(Collectors.joining("; ")));
  }
}
