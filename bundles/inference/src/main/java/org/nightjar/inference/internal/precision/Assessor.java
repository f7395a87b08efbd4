package org.nightjar.inference.internal.precision;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.golden.Difference;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.manifest.VariantReport.Against;
import org.nightjar.inference.internal.manifest.VariantReport.Calibration;
import org.nightjar.inference.internal.manifest.VariantReport.Cost;
import org.nightjar.inference.internal.manifest.VariantReport.Evaluation;
import org.nightjar.inference.internal.manifest.VariantReport.Judgement;
import org.nightjar.inference.internal.model.Checksum;
import org.nightjar.inference.internal.model.ModelPackage;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.model.VersionLoader;
import org.nightjar.inference.internal.precision.SideBySide.Seen;
import org.nightjar.inference.internal.precision.metric.Bootstrap;
import org.nightjar.inference.internal.precision.metric.Metric;
import org.nightjar.inference.internal.precision.metric.Scored;
import org.nightjar.inference.internal.shadow.ShadowReport;

/** Compares two loaded versions and writes the report. */
final class Assessor {
  private static final double LEVEL = 0.95;
  private static final int DRAWS = 2000;
  private static final int SEED = 1;

  /** In a microsecond. */
  private static final double NANOS = 1000;

  private final VersionLoader loader;
  private final ModelVersion float32;
  private final ModelVersion variant;
  private final Metric metric;

  /**
   * An assessor.
   *
   * @throws NightjarException {@code BAD_CONFIGURATION} if the package has no metric that fits
   */
  Assessor(VersionLoader loader, ModelVersion float32, ModelVersion variant)
      throws NightjarException {
    this.loader = loader;
    this.float32 = float32;
    this.variant = variant;
    this.metric =
        Metric.of(
            float32.source().manifest().metric(),
            float32.info().orElseThrow().outputs(),
            float32.info().orElseThrow().thresholds());
  }

  VariantReport assess(
      Portion samples, Optional<Calibration> calibration, double limit, Watch watch)
      throws NightjarException, InterruptedException, IOException {
    Seen seen = new SideBySide(loader, float32, variant, metric).run(samples, watch);
    watch.step(samples.size(), samples.size(), "drawing samples anew");
    Judgement judgement = judgement(seen);
    List<VariantReport.Output> outputs = outputs(seen.differences());
    ModelPackage parent = float32.source();
    VariantReport report =
        new VariantReport(
            new Against(parent.manifest().version(), parent.sha256()),
            Checksum.of(List.of(variant.source().graph())),
            calibration,
            evaluation(samples),
            judgement,
            limit,
            false,
            outputs,
            cost(seen.rounds()),
            Untested.of(parent.manifest(), calibration, judgement, outputs, evaluation(samples)));
    return report.decided();
  }

  private Judgement judgement(Seen seen) throws NightjarException {
    double before = value(seen.float32());
    double after = value(seen.variant());
    double loss = metric.name().loss(before, after);
    if (!Double.isFinite(loss)) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          metric.name().word()
              + " is "
              + before
              + " in single precision and "
              + after
              + " for the variant, which says nothing",
          "labels",
          "auc needs samples of both classes; rmse needs labels that are not the network's own"
              + " answers.");
    }
    Bootstrap.Interval interval =
        new Bootstrap(seen.float32(), seen.variant(), metric.name()::loss, SEED)
            .interval(LEVEL, DRAWS);
    return new Judgement(
        metric.name(),
        metric.output(),
        before,
        after,
        loss,
        interval.low(),
        interval.high(),
        LEVEL,
        DRAWS,
        SEED);
  }

  private static double value(Scored scored) {
    int[] once = new int[scored.size()];
    Arrays.fill(once, 1);
    return scored.value(once);
  }

  private Evaluation evaluation(Portion samples) {
    String one = float32.placement().device();
    String other = variant.placement().device();
    return new Evaluation(
        samples.size(),
        samples.rule(),
        samples.set().sha256(),
        samples.set().about(),
        one.equals(other) ? one : one + " and " + other);
  }

  private List<VariantReport.Output> outputs(ShadowReport differences)
      throws NightjarException, InterruptedException {
    Map<String, Double> golden = new HashMap<>();
    for (Difference difference : loader.goldenDifferences(variant)) {
      golden.merge(difference.output(), difference.difference(), Math::max);
    }
    List<VariantReport.Output> outputs = new ArrayList<>();
    for (ShadowReport.Output output : differences.outputs()) {
      double expected = golden.getOrDefault(output.name(), 0.0);
      outputs.add(
          new VariantReport.Output(
              output.name(),
              output.largest(),
              output.mean(),
              output.decisions(),
              output.flips(),
              expected,
              Tolerance.of(output.largest(), expected)));
    }
    return outputs;
  }

  private Cost cost(Rounds rounds) throws IOException {
    return new Cost(
        Files.size(float32.source().graph()),
        Files.size(variant.source().graph()),
        rounds.first() / NANOS,
        rounds.second() / NANOS,
        rounds.ratio(),
        rounds.least(),
        rounds.most());
  }
}
