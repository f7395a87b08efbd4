package org.nightjar.inference.internal.model;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Urgency;
import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.client.Quota;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.golden.Difference;
import org.nightjar.inference.internal.golden.GoldenCheck;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.OutputSpec;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.station.Residence;
import org.nightjar.inference.internal.station.Station;
import org.nightjar.inference.internal.time.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads versions of models and verifies them. */
public final class VersionLoader {
  private static final Logger LOG = LoggerFactory.getLogger(VersionLoader.class);
  private static final int MOST_SHOWN = 5;
  private static final Urgency GOLDEN = new Urgency(Priority.INTERACTIVE, Optional.empty());

  private final StationOrder stations;
  private final Executor callbacks;
  private final Time time;
  private final Client verifier = new Client("golden vectors", Quota.DEFAULT);

  /** Which devices to try, and in which order; asked only when a model is to be loaded. */
  @FunctionalInterface
  public interface StationOrder {
    /** The devices, the preferred one first; the processor last. */
    List<Station> stations() throws NightjarException;
  }

  /**
   * A loader.
   *
   * @param callbacks runs what is hung on answers
   */
  public VersionLoader(StationOrder stations, Executor callbacks, Time time) {
    this.stations = stations;
    this.callbacks = callbacks;
    this.time = time;
  }

  /** A version of a package, not loaded. */
  public ModelVersion resolve(ModelPackage source) {
    return new ModelVersion(source, time);
  }

  /**
   * Loads a version on the first device on which its golden vectors come out.
   *
   * @throws NightjarException {@code MODEL_REFUSED} with the differences if they come out on none,
   *     or with what is wrong with the graph
   */
  public void load(ModelVersion version) throws NightjarException, InterruptedException {
    load(version, true);
  }

  /** Loads a version on the first device that runs it, whatever its golden vectors give. */
  public void open(ModelVersion version) throws NightjarException, InterruptedException {
    load(version, false);
  }

  private void load(ModelVersion version, boolean verified)
      throws NightjarException, InterruptedException {
    List<String> reasons = new ArrayList<>();
    NightjarException last =
        NightjarException.of(StandardError.UNAVAILABLE, "there is no device to run it", "", "");
    List<Station> order = stations.stations();
    for (int i = 0; i < order.size(); i++) {
      Station station = order.get(i);
      String reason = String.join("; ", reasons);
      try {
        version.become(Lifecycle.LOADING, "");
        place(version, order.subList(i, order.size()), reason);
        version.become(Lifecycle.WARMING, "");
        if (verified) {
          verify(version);
        }
        LOG.info(
            "Model {} runs on {}{}",
            version.label(),
            station.device().name(),
            reason.isEmpty() ? "" : ", because: " + reason);
        return;
      } catch (NightjarException e) {
        version.close();
        last = e;
        reasons.add(station.device().name() + ": " + e.problem().message());
      }
    }
    throw last;
  }

  /** Loads a version on the first of these devices; the others stand in if it fails later. */
  private void place(ModelVersion version, List<Station> order, String reason)
      throws NightjarException, InterruptedException {
    GraphCheck check = new GraphCheck(version.source().manifest());
    List<Residence> homes = new ArrayList<>();
    for (Station station : order) {
      if (!homes.isEmpty() && !station.device().isProcessor()) {
        continue;
      }
      homes.add(
          new Residence(
              version.label(), version.source().graph(), bytes(version), station, check, version));
    }
    try {
      Ports ports = homes.get(0).wire(version.nominalShapes());
      version.settleDown(
          info(version.source(), ports),
          new Placement(order.get(0).device().name(), reason),
          homes);
    } catch (NightjarException e) {
      homes.forEach(Residence::close);
      throw placed(e, version.source());
    }
  }

  private static NightjarException placed(NightjarException e, ModelPackage source) {
    Problem problem = e.problem();
    return problem.code().equals(StandardError.INTERNAL.name())
        ? new NightjarException(
            Problem.of(
                StandardError.MODEL_REFUSED, problem.message(), source.graph().toString(), ""),
            e)
        : e.at(source.manifestFile().toString());
  }

  private static long bytes(ModelVersion version) throws NightjarException {
    try {
      return Files.size(version.source().graph());
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.UNREADABLE, e.toString(), version.source().graph().toString(), "");
    }
  }

  private void verify(ModelVersion version) throws NightjarException, InterruptedException {
    List<String> failed =
        goldenDifferences(version).stream()
            .filter(difference -> !difference.accepted())
            .map(Difference::describe)
            .toList();
    if (!failed.isEmpty()) {
      throw refused(version.source(), failed);
    }
  }

  /** Runs the golden vectors and tells the worst element of each output of each. */
  public List<Difference> goldenDifferences(ModelVersion version)
      throws NightjarException, InterruptedException {
    return GoldenCheck.compare(
        version.source().manifest().golden(),
        sample -> {
          Answer answer = new Answer(callbacks);
          version.ask(new Ask(verifier, sample, GOLDEN, answer, true));
          return Inference.await(answer);
        });
  }

  private static NightjarException refused(ModelPackage source, List<String> failed) {
    String more =
        failed.size() > MOST_SHOWN ? "; and " + (failed.size() - MOST_SHOWN) + " more" : "";
    return NightjarException.of(
        StandardError.MODEL_REFUSED,
        source.manifest().label()
            + " does not give what its golden vectors expect: "
            + String.join("; ", failed.subList(0, Math.min(MOST_SHOWN, failed.size())))
            + more,
        source.manifestFile().toString(),
        "The preprocessing or the graph is not the one the vectors were made with.");
  }

  private static ModelInfo info(ModelPackage source, Ports ports) throws NightjarException {
    Manifest manifest = source.manifest();
    List<OutputInfo> outputs = new ArrayList<>();
    for (int i = 0; i < ports.outputs().size(); i++) {
      OutputSpec output = manifest.outputs().get(i);
      Slot slot = ports.outputs().get(i);
      outputs.add(
          new OutputInfo(
              output.name(),
              output.shape().orElse(slot.shape()),
              output.kind(),
              output.meaning(),
              output.classes()));
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
