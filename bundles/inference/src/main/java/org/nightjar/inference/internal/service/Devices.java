package org.nightjar.inference.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.model.VersionLoader;
import org.nightjar.inference.internal.onnx.OnnxEngine;
import org.nightjar.inference.internal.station.Station;
import org.nightjar.inference.internal.station.Stations;

/** The devices that the configuration allows; starts the engine when first asked for them. */
final class Devices implements VersionLoader.StationOrder, AutoCloseable {
  private final boolean cuda;
  private final boolean insist;
  private final Function<Device, Station> stationing;
  private Stations stations;
  private boolean closed;

  private Devices(boolean cuda, boolean insist, Function<Device, Station> stationing) {
    this.cuda = cuda;
    this.insist = insist;
    this.stationing = stationing;
  }

  static Devices named(String setting, Function<Device, Station> stationing) {
    return switch (setting) {
      case "auto" -> new Devices(true, false, stationing);
      case "cpu" -> new Devices(false, false, stationing);
      case "cuda" -> new Devices(true, true, stationing);
      default ->
          throw new IllegalArgumentException(
              "inference.device cannot be '" + setting + "'; known: auto, cpu, cuda");
    };
  }

  @Override
  public synchronized List<Station> stations() throws NightjarException {
    if (stations == null && !closed) {
      OnnxEngine engine = OnnxEngine.start();
      List<Station> made = new ArrayList<>();
      if (cuda) {
        made.add(stationing.apply(engine.cuda()));
      }
      made.add(stationing.apply(engine.cpu()));
      stations = new Stations(made);
    }
    return running();
  }

  /** Those that have been started. */
  synchronized List<Station> running() {
    return stations == null ? List.of() : stations.all();
  }

  /** Whether the operator asked for CUDA by name and should hear when it is not used. */
  boolean insistsOnCuda() {
    return insist;
  }

  @Override
  public void close() {
    Stations last;
    synchronized (this) {
      closed = true;
      last = stations;
      stations = null;
    }
    if (last != null) {
      last.close();
    }
  }
}
