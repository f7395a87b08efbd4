package org.nightjar.inference.internal.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a network with rounded numbers compares with the one in single precision that it was made of,
 * on the same samples, by the metric of its task.
 *
 * @param against the package it was compared with
 * @param graph checksum of the network that was measured
 * @param calibration where the ranges of an 8-bit network come from
 * @param evaluation by which samples it was judged
 * @param metric what came out
 * @param limit largest loss that is accepted
 * @param accepted whether it was accepted
 * @param outputs how each output differs
 * @param cost what is gained
 * @param untested what nobody has looked at, in words
 */
public record VariantReport(
    Against against,
    String graph,
    Optional<Calibration> calibration,
    Evaluation evaluation,
    Judgement metric,
    double limit,
    boolean accepted,
    List<Output> outputs,
    Cost cost,
    List<String> untested) {
  /** Fewer samples than this say nothing. */
  public static final int LEAST_SAMPLES = 50;

  /** What is allowed where nobody says: half a per cent. */
  public static final double DEFAULT_LIMIT = 0.005;

  /** Losses are written with all their digits. */
  private static final double ROUNDING = 1e-9;

  /** Copies the lists. */
  public VariantReport {
    outputs = List.copyOf(outputs);
    untested = List.copyOf(untested);
  }

  /**
   * The package in single precision.
   *
   * @param version its version; id is that of the variant
   * @param sha256 its checksum
   */
  public record Against(String version, String sha256) {}

  /**
   * The samples that ranges were taken from, and how the network was rounded.
   *
   * @param samples how many
   * @param rule which ones, in words
   * @param ranges {@code extremes}, or the percentile
   * @param kept nodes that stayed in single precision
   * @param weightBits 7 or 8
   */
  public record Calibration(
      int samples, String rule, String ranges, List<String> kept, int weightBits) {
    /** Copies the list. */
    public Calibration {
      kept = List.copyOf(kept);
    }
  }

  /**
   * The samples that both networks were judged by.
   *
   * @param samples how many
   * @param rule which ones, in words
   * @param sha256 checksum of their folder's files
   * @param about what they are, in words
   * @param device where both ran
   */
  public record Evaluation(int samples, String rule, String sha256, String about, String device) {}

  /**
   * The metric of both.
   *
   * @param name which number
   * @param output of which output
   * @param float32 its value in single precision
   * @param variant its value for the variant
   * @param loss how much worse the variant is, {@link MetricSpec.Name#loss}
   * @param low lower end of the interval in which the loss lies
   * @param high its upper end
   * @param level with which confidence
   * @param draws how many times the samples were drawn for it
   * @param seed the seed of that
   */
  public record Judgement(
      MetricSpec.Name name,
      String output,
      double float32,
      double variant,
      double loss,
      double low,
      double high,
      double level,
      int draws,
      long seed) {}

  /**
   * One output of both.
   *
   * @param name its name
   * @param largest largest |difference| of any number of any sample
   * @param mean mean |difference|
   * @param decisions samples that are decided by it
   * @param flips decisions that came out differently
   * @param golden largest |difference| from what golden vectors expect
   * @param tolerance what golden vectors are allowed
   */
  public record Output(
      String name,
      double largest,
      double mean,
      long decisions,
      long flips,
      double golden,
      double tolerance) {}

  /**
   * Size and time of both.
   *
   * @param float32Bytes size of the graph in single precision
   * @param bytes size of the variant's
   * @param float32Micros time of one sample alone in single precision, in microseconds: the middle
   *     of several rounds, in which both took turns
   * @param micros the same of the variant
   * @param ratio the variant's time over the other's: the middle of the rounds
   * @param least the least of them
   * @param most the largest of them
   */
  public record Cost(
      long float32Bytes,
      long bytes,
      double float32Micros,
      double micros,
      double ratio,
      double least,
      double most) {}

  /** Tolerances of golden vectors by output. */
  public Map<String, Double> tolerances() {
    Map<String, Double> tolerances = new HashMap<>();
    outputs.forEach(output -> tolerances.put(output.name(), output.tolerance()));
    return tolerances;
  }

  /** What speaks against the variant; empty if nothing does. */
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    if (evaluation.samples() < LEAST_SAMPLES) {
      objections.add(
          "it was judged by "
              + evaluation.samples()
              + " samples, at least "
              + LEAST_SAMPLES
              + " are needed");
    }
    // Written so that what is not a number is refused.
    if (!(metric.high() <= limit)) {
      objections.add(
          String.format(
              Locale.ROOT,
              "with %.0f %% confidence its %s is worse by up to %.3g, %.3g is allowed",
              100 * metric.level(),
              metric.name().word(),
              metric.high(),
              limit));
    }
    return objections;
  }

  /** The same report, accepted if nothing speaks against the variant. */
  public VariantReport decided() {
    return new VariantReport(
        against,
        graph,
        calibration,
        evaluation,
        metric,
        limit,
        objections().isEmpty(),
        outputs,
        cost,
        untested);
  }

  /** What in it cannot be; empty if it agrees with itself. */
  public List<String> contradictions() {
    List<String> contradictions = new ArrayList<>();
    double loss = metric.name().loss(metric.float32(), metric.variant());
    if (!(Math.abs(loss - metric.loss()) <= ROUNDING * Math.max(1, Math.abs(loss)))) {
      contradictions.add(
          "the loss is said to be " + metric.loss() + ", its values differ by " + loss);
    }
    if (!(metric.low() <= metric.high())) {
      contradictions.add("the interval ends before it begins");
    }
    if (accepted != objections().isEmpty()) {
      contradictions.add(
          accepted
              ? "it says accepted, but " + String.join("; ", objections())
              : "it says not accepted, and nothing speaks against it");
    }
    return contradictions;
  }
}
