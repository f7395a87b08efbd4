package org.nightjar.inference.internal.precision.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.inference.internal.manifest.MetricSpec;
import org.nightjar.inference.internal.manifest.MetricSpec.Name;

/**
 * What a model is judged by, settled for its outputs.
 *
 * @param name which number
 * @param output the output that is judged
 * @param element which of its numbers is the score, of {@code auc}
 * @param positive which label is the positive class, of {@code auc}
 * @param threshold from which value on something counts as positive
 */
public record Metric(Name name, String output, int element, int positive, double threshold) {
  private static final Map<String, Double> MIDDLES =
      Map.of("probability", 0.5, "logit", 0.0, "mask", 0.0);

  /**
   * What the manifest declares, or what its first output suggests: {@code auc} for a single
   * probability or logit, {@code accuracy} for several, {@code dice} for a mask or a map of
   * probabilities, {@code rmse} for values.
   *
   * @param outputs the outputs of the loaded model
   * @param thresholds its declared decision levels: one that is named after the output or its class
   *     is used before 0.5 or 0
   * @throws NightjarException {@code BAD_CONFIGURATION} if nothing is declared nor suggested, or
   *     the declaration does not fit the output
   */
  public static Metric of(
      Optional<MetricSpec> declared, List<OutputInfo> outputs, Map<String, Double> thresholds)
      throws NightjarException {
    if (declared.isEmpty()) {
      OutputInfo first =
          outputs.stream()
              .filter(output -> suggested(output).isPresent())
              .findFirst()
              .orElseThrow(() -> unknown(outputs));
      return of(suggested(first).orElseThrow(), first, Optional.empty(), thresholds);
    }
    MetricSpec spec = declared.get();
    OutputInfo output =
        outputs.stream()
            .filter(each -> each.name().equals(spec.output()))
            .findFirst()
            .orElseThrow(() -> wrong("there is no output '" + spec.output() + "'"));
    Metric metric = of(spec.name(), output, spec.positive(), thresholds);
    return spec.threshold().map(metric::from).orElse(metric);
  }

  private Metric from(double level) {
    return new Metric(name, output, element, positive, level);
  }

  private static Optional<Name> suggested(OutputInfo output) {
    return switch (output.kind()) {
      case "probability", "logit" -> Optional.of(decision(output));
      case "mask" -> Optional.of(Name.DICE);
      case "value" -> Optional.of(Name.RMSE);
      default -> Optional.empty();
    };
  }

  private static Name decision(OutputInfo output) {
    long extents = output.shape().stream().filter(extent -> extent != 1).count();
    return extents == 0 ? Name.AUC : extents == 1 ? Name.ACCURACY : Name.DICE;
  }

  private static Metric of(
      Name name, OutputInfo output, Optional<String> positive, Map<String, Double> thresholds)
      throws NightjarException {
    double threshold = threshold(output, thresholds);
    if (name != Name.AUC) {
      return new Metric(name, output.name(), 0, 1, threshold);
    }
    if (isSingle(output)) {
      return new Metric(name, output.name(), 0, 1, threshold);
    }
    int element = positive.map(output.classes()::indexOf).orElse(-1);
    if (element < 0) {
      throw wrong(
          "auc of output '"
              + output.name()
              + "' needs the class that counts as positive, one of "
              + output.classes());
    }
    return new Metric(name, output.name(), element, element, threshold);
  }

  private static double threshold(OutputInfo output, Map<String, Double> thresholds) {
    Double level = thresholds.get(output.name());
    if (level == null && output.classes().size() == 1) {
      level = thresholds.get(output.classes().get(0));
    }
    return level != null ? level : MIDDLES.getOrDefault(output.kind(), 0.5);
  }

  private static boolean isSingle(OutputInfo output) {
    return output.shape().stream().allMatch(extent -> extent == 1);
  }

  /** Takes the samples of one model. */
  public Tally tally(int samples) {
    return switch (name) {
      case AUC -> new AucTally(element, positive, samples);
      case ACCURACY -> new AccuracyTally(threshold, samples);
      case RMSE -> new RmseTally(samples);
      case DICE -> new DiceTally(threshold, samples);
    };
  }

  private static NightjarException unknown(List<OutputInfo> outputs) {
    return wrong(
        "no metric goes without saying for outputs "
            + outputs.stream().map(OutputInfo::name).toList());
  }

  private static NightjarException wrong(String message) {
    return NightjarException.of(
        StandardError.BAD_CONFIGURATION,
        message,
        "metric",
        "Declare it in the manifest: metric: {name: auc | accuracy | rmse | dice, output: NAME}.");
  }
}
