package org.nightjar.inference.internal.precision;

import java.time.Duration;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.client.Quota;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.model.VersionLoader;
import org.nightjar.inference.internal.precision.metric.Metric;
import org.nightjar.inference.internal.precision.metric.Scored;
import org.nightjar.inference.internal.precision.metric.Tally;
import org.nightjar.inference.internal.shadow.Comparison;
import org.nightjar.inference.internal.shadow.ShadowReport;

/** Asks two loaded versions about the same samples, one sample of one after one of the other. */
final class SideBySide {
  /** Fewer rounds than this say little of times. */
  private static final int LEAST_ROUNDS = 20;

  /** Samples that are asked about again for that. */
  private static final int AGAIN = 16;

  private final VersionLoader loader;
  private final ModelVersion float32;
  private final ModelVersion variant;
  private final Metric metric;
  private final Client client = new Client("comparison of precisions", Quota.DEFAULT);

  SideBySide(VersionLoader loader, ModelVersion float32, ModelVersion variant, Metric metric) {
    this.loader = loader;
    this.float32 = float32;
    this.variant = variant;
    this.metric = metric;
  }

  /**
   * What both said.
   *
   * @param float32 by the metric, the network in single precision
   * @param variant by the metric, the variant
   * @param differences of their outputs
   * @param rounds their times
   */
  record Seen(Scored float32, Scored variant, ShadowReport differences, Rounds rounds) {}

  /**
   * Asks.
   *
   * @throws NightjarException with the sample if one of the two does not answer, or the label does
   *     not fit
   */
  Seen run(Portion samples, Watch watch) throws NightjarException, InterruptedException {
    Tally one = metric.tally(samples.size());
    Tally other = metric.tally(samples.size());
    Comparison comparison =
        new Comparison(float32.info().orElseThrow(), variant.info().orElseThrow());
    Rounds rounds = new Rounds();
    for (int i = 0; i < samples.size(); i++) {
      watch.step(i, samples.size(), "comparing");
      int index = samples.indices().get(i);
      try {
        Sample sample = samples.set().sample(index);
        List<Prediction> both = ask(sample, i % 2 == 0);
        Tensor label = samples.set().label(index);
        one.add(both.get(0).outputs().get(metric.output()), label);
        other.add(both.get(1).outputs().get(metric.output()), label);
        comparison.add(both.get(0), both.get(1));
        rounds.add(nanos(both.get(0)), nanos(both.get(1)));
      } catch (NightjarException e) {
        throw samples.failed(index, e);
      }
    }
    fill(rounds, samples, watch);
    return new Seen(one.scored(), other.scored(), comparison.report(), rounds);
  }

  /** Asks about the first few samples again until there are enough rounds. */
  private void fill(Rounds rounds, Portion samples, Watch watch)
      throws NightjarException, InterruptedException {
    int few = Math.min(AGAIN, samples.size());
    for (int i = 0; rounds.size() < LEAST_ROUNDS; i++) {
      watch.step(rounds.size(), LEAST_ROUNDS, "taking times");
      Sample sample = samples.set().sample(samples.indices().get(i % few));
      List<Prediction> both = ask(sample, i % 2 == 0);
      rounds.add(nanos(both.get(0)), nanos(both.get(1)));
    }
  }

  private List<Prediction> ask(Sample sample, boolean inOrder)
      throws NightjarException, InterruptedException {
    Prediction first = ask(inOrder ? float32 : variant, sample);
    Prediction second = ask(inOrder ? variant : float32, sample);
    return inOrder ? List.of(first, second) : List.of(second, first);
  }

  private Prediction ask(ModelVersion version, Sample sample)
      throws NightjarException, InterruptedException {
    return loader.predict(version, client, sample, Urgency.BULK);
  }

  private static double nanos(Prediction prediction) {
    Duration computed = prediction.execution().computed();
    return (double) computed.toNanos() / prediction.execution().batch();
  }
}
