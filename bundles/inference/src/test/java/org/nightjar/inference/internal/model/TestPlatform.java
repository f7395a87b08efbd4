package org.nightjar.inference.internal.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.measure.RunListener;
import org.nightjar.inference.internal.onnx.OnnxEngine;
import org.nightjar.inference.internal.schedule.QueueSettings;
import org.nightjar.inference.internal.station.Station;
import org.nightjar.inference.internal.station.StationSettings;
import org.nightjar.inference.internal.station.Stations;
import org.nightjar.inference.internal.time.Time;

/** Real devices with small bounds, for tests of what stands above them. */
final class TestPlatform implements VersionLoader.StationOrder, AutoCloseable {
  private final boolean cuda;
  private final Time time = Time.system();
  private final ExecutorService callbacks = Executors.newCachedThreadPool();
  private Stations stations;

  TestPlatform(boolean cuda) {
    this.cuda = cuda;
  }

  ExecutorService callbacks() {
    return callbacks;
  }

  Time time() {
    return time;
  }

  @Override
  public synchronized List<Station> stations() throws NightjarException {
    if (stations == null) {
      OnnxEngine engine = OnnxEngine.start();
      List<Station> made = new ArrayList<>();
      if (cuda) {
        made.add(station(engine.cuda(), 1));
      }
      made.add(station(engine.cpu(), 2));
      stations = new Stations(made);
    }
    return stations.all();
  }

  private Station station(Device device, int slots) {
    return new Station(
        device,
        new StationSettings(
            new QueueSettings(slots, 64, 1 << 27, Duration.ofMillis(50), 0.1, 0.05),
            4,
            Long.MAX_VALUE / 4,
            Duration.ofSeconds(1),
            Duration.ofMillis(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5)),
        time,
        callbacks,
        RunListener.NONE);
  }

  @Override
  public synchronized void close() {
    if (stations != null) {
      stations.close();
    }
    callbacks.shutdown();
  }
}
