package org.nightjar.inference.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.model.VersionLoader;
import org.nightjar.inference.internal.onnx.DeviceSettings;
import org.nightjar.inference.internal.onnx.OnnxEngine;
import org.nightjar.inference.internal.station.Station;
import org.nightjar.inference.internal.station.Stations;

/** The devices that the configuration allows; starts the engine when first asked for them. */
final class Devices implements VersionLoader.StationOrder, AutoCloseable {
  private static final Set<String> CONTENT_WITH_PROCESSOR = Set.of("auto", "cpu");

  private final DeviceSettings settings;
  private final Function<Device, Station> stationing;
  private Stations stations;
  private boolean closed;

  Devices(DeviceSettings settings, Function<Device, Station> stationing) {
    this.settings = settings;
    this.stationing = stationing;
  }

  @Override
  public synchronized List<Station> stations() throws NightjarException {
    if (stations == null && !closed) {
      stations =
          new Stations(OnnxEngine.start().devices(settings).stream().map(stationing).toList());
    }
    return running();
  }

  /** Those that have been started. */
  synchronized List<Station> running() {
    return stations == null ? List.of() : stations.all();
  }

  /**
   * The accelerator that the operator asked for by name, and should hear of when it is not used.
   */
  Optional<String> wanted() {
    return CONTENT_WITH_PROCESSOR.contains(settings.choice())
        ? Optional.empty()
        : Optional.of(settings.choice());
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
