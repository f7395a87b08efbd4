package org.nightjar.inference.internal.model;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.golden.Difference;
import org.nightjar.inference.internal.lane.Lane;
import org.nightjar.inference.internal.lane.LaneSettings;
import org.nightjar.inference.internal.preprocess.Preprocessing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads a package on the first device on which it really runs, and checks its golden vectors. */
public final class ModelLoader {
  private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);
  private static final int MOST_SHOWN = 5;

  private final DeviceOrder devices;
  private final LaneSettings settings;
  private final Executor deliveries;
  private final InstantSource clock;

  /** The devices to try, best first. */
  @FunctionalInterface
  public interface DeviceOrder {
    /** The devices; the first call may start the engine. */
    List<Device> devices() throws NightjarException;
  }

  /**
   * A loader.
   *
   * @param deliveries completes answers
   */
  public ModelLoader(
      DeviceOrder devices, LaneSettings settings, Executor deliveries, InstantSource clock) {
    this.devices = devices;
    this.settings = settings;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * Loads a package on the first device on which its golden vectors come out.
   *
   * @throws NightjarException {@code MODEL_REFUSED} with the differences if they come out on none,
   *     or with what is wrong with the graph
   */
  public LoadedModel load(ModelPackage source) throws NightjarException, InterruptedException {
    return first(source, true);
  }

  /** Loads a package on the first device that runs it, whatever its golden vectors give. */
  public LoadedModel open(ModelPackage source) throws NightjarException, InterruptedException {
    return first(source, false);
  }

  private LoadedModel first(ModelPackage source, boolean verified)
      throws NightjarException, InterruptedException {
    List<String> reasons = new ArrayList<>();
    NightjarException last =
        NightjarException.of(StandardError.UNAVAILABLE, "there is no device to run it", "", "");
    for (Device device : devices.devices()) {
      String reason = String.join("; ", reasons);
      try {
        LoadedModel model = open(source, device, reason);
        if (verified) {
          verify(model);
        }
        LOG.info(
            "Model {} runs on {}{}",
            source.manifest().label(),
            device.name(),
            reason.isEmpty() ? "" : ", because: " + reason);
        return model;
      } catch (NightjarException e) {
        last = e;
        reasons.add(device.name() + ": " + e.problem().message());
      }
    }
    throw last;
  }

  private static void verify(LoadedModel model) throws NightjarException, InterruptedException {
    boolean accepted = false;
    try {
      List<String> failed =
          model.goldenDifferences().stream()
              .filter(difference -> !difference.accepted())
              .map(Difference::describe)
              .toList();
      if (!failed.isEmpty()) {
        throw refused(model.source(), failed);
      }
      accepted = true;
    } finally {
      if (!accepted) {
        model.close();
      }
    }
  }

  private LoadedModel open(ModelPackage source, Device device, String reason)
      throws NightjarException {
    Session session = device.open(source.graph());
    try {
      GraphCheck check = new GraphCheck(source.manifest(), session);
      Ports ports = check.ports();
      ModelInfo info = LoadedModel.info(source, ports);
      Lane lane =
          new Lane(
              source.manifest().label(),
              session,
              new Preprocessing(source.manifest().inputs()),
              ports,
              source.manifest().derived(),
              device.name(),
              new LaneSettings(
                  check.batchable() ? settings.maxBatch() : 1,
                  device.slots(settings.workers()),
                  settings.queue(),
                  settings.grace()),
              deliveries,
              clock);
      return new LoadedModel(
          source, new LoadedModel.Placement(device.name(), reason), session, info, lane);
    } catch (NightjarException e) {
      session.close();
      Problem problem = e.problem();
      throw problem.code().equals(StandardError.INTERNAL.name())
          ? new NightjarException(
              Problem.of(
                  StandardError.MODEL_REFUSED, problem.message(), source.graph().toString(), ""),
              e)
          : e.at(source.manifestFile().toString());
    }
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
}
