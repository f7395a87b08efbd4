package org.nightjar.inference.internal.precision;

import java.time.Duration;
import java.util.ArrayList;
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
  /** Rounds in which times are taken. */
  private static final int ROUNDS = 20;

  /** A round ends after so many samples or so many nanoseconds. */
  private static final int MOST_IN_ROUND = 16;

  private static final double ROUND_NANOS = 50e6;

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
   */
  record Seen(Scored float32, Scored variant, ShadowReport differences) {}

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
      } catch (NightjarException e) {
        throw samples.failed(index, e);
      }
    }
    return new Seen(one.scored(), other.scored(), comparison.report());
  }

  /** Takes the times of both over the first few samples, again and again. */
  Rounds race(Portion samples, Watch watch) throws NightjarException, InterruptedException {
    List<Sample> few = new ArrayList<>();
    for (int index : samples.indices().subList(0, Math.min(MOST_IN_ROUND, samples.size()))) {
      few.add(samples.set().sample(index));
    }
    Rounds rounds = new Rounds();
    int next = 0;
    for (int round = 0; round < ROUNDS; round++) {
      watch.step(round, ROUNDS, "taking times");
      for (int i = 0; i < MOST_IN_ROUND && rounds.spent() < ROUND_NANOS; i++) {
        List<Prediction> both = ask(few.get(next % few.size()), next % 2 == 0);
        rounds.add(nanos(both.get(0)), nanos(both.get(1)));
        next++;
      }
      rounds.end();
    }
    return rounds;
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
