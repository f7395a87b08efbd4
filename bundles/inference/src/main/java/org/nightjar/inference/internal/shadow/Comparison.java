package org.nightjar.inference.internal.shadow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;

/** Compares the answers of two versions, sample by sample. */
public final class Comparison {
  private final String live;
  private final String candidate;
  private final Map<String, OutputComparison> outputs = new LinkedHashMap<>();
  private long samples;
  private long failures;
  private long skipped;
  private double liveNanos;
  private double candidateNanos;

  /** An empty comparison. */
  public Comparison(ModelInfo live, ModelInfo candidate) {
    this.live = live.label();
    this.candidate = candidate.label();
    List<Double> thresholds = new ArrayList<>(live.thresholds().values());
    for (OutputInfo output : live.outputs()) {
      if (candidate.outputs().stream().anyMatch(other -> other.name().equals(output.name()))) {
        outputs.put(output.name(), new OutputComparison(output, thresholds));
      }
    }
  }

  /** Adds a sample that both answered. */
  public synchronized void add(Prediction ofLive, Prediction ofCandidate) {
    samples++;
    liveNanos += each(ofLive);
    candidateNanos += each(ofCandidate);
    outputs.forEach(
        (name, output) -> {
          Tensor one = ofLive.outputs().get(name);
          Tensor other = ofCandidate.outputs().get(name);
          if (one.size() == other.size()) {
            output.add(one, other);
          }
        });
  }

  private static double each(Prediction prediction) {
    Duration computed = prediction.execution().computed();
    return (double) computed.toNanos() / prediction.execution().batch();
  }

  /** Adds a sample that only the live version answered. */
  public synchronized void failed() {
    failures++;
  }

  /** Adds a sample that was not shown to the candidate. */
  public synchronized void skipped() {
    skipped++;
  }

  /** Samples that the candidate has answered, or failed to. */
  public synchronized long seen() {
    return samples + failures;
  }

  /** What has been seen so far. */
  public synchronized ShadowReport report() {
    return new ShadowReport(
        live,
        candidate,
        samples,
        failures,
        skipped,
        outputs.values().stream().map(OutputComparison::report).toList(),
        samples == 0 ? 0 : liveNanos / samples / 1000,
        samples == 0 ? 0 : candidateNanos / samples / 1000);
  }
}
