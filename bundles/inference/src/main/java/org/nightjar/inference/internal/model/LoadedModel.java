package org.nightjar.inference.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.golden.Difference;
import org.nightjar.inference.internal.golden.GoldenCheck;
import org.nightjar.inference.internal.lane.Lane;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.OutputSpec;

/** A model that is ready to run. */
public final class LoadedModel implements AutoCloseable {
  private final ModelPackage source;
  private final ModelInfo info;
  private final Placement placement;
  private final Session session;
  private final Lane lane;

  /**
   * Where a model runs.
   *
   * @param device the device
   * @param reason why not on a faster one; empty if it is the first choice
   */
  public record Placement(String device, String reason) {}

  LoadedModel(
      ModelPackage source, Placement placement, Session session, ModelInfo info, Lane lane) {
    this.source = source;
    this.info = info;
    this.placement = placement;
    this.session = session;
    this.lane = lane;
  }

  /** What tasks may know of it. */
  public ModelInfo info() {
    return info;
  }

  /** Where it runs. */
  public Placement placement() {
    return placement;
  }

  /** What it was loaded from. */
  public ModelPackage source() {
    return source;
  }

  /** Runs one sample. */
  public CompletableFuture<Prediction> infer(Sample sample, Urgency urgency) {
    return lane.submit(sample, urgency);
  }

  /** Runs the golden vectors and tells the worst element of each output of each. */
  public List<Difference> goldenDifferences() throws NightjarException, InterruptedException {
    return GoldenCheck.compare(
        source.manifest().golden(), sample -> await(infer(sample, Urgency.BULK)));
  }

  @Override
  public void close() {
    if (lane.stop()) {
      session.close();
    }
  }

  /** Waits for an answer of {@link #infer}; fails as it does. */
  public static Prediction await(CompletableFuture<Prediction> future)
      throws NightjarException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NightjarException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * What tasks may know of a model whose network takes and gives this.
   *
   * @throws NightjarException {@code MODEL_REFUSED} if a derived output does not fit the network
   */
  static ModelInfo info(ModelPackage source, Ports ports) throws NightjarException {
    Manifest manifest = source.manifest();
    List<OutputInfo> outputs = new ArrayList<>();
    for (int i = 0; i < ports.outputs().size(); i++) {
      OutputSpec output = manifest.outputs().get(i);
      Slot slot = ports.outputs().get(i);
      outputs.add(
          new OutputInfo(
              output.name(), slot.shape(), output.kind(), output.meaning(), output.classes()));
    }
    outputs.addAll(manifest.derived().infos(outputs));
    return new ModelInfo(
        manifest.id(),
        manifest.version(),
        source.sha256(),
        manifest.task(),
        manifest.precision(),
        manifest.inputs().stream()
            .map(input -> new InputInfo(input.name(), input.shape(), input.channels()))
            .toList(),
        outputs,
        manifest.thresholds());
  }
}
