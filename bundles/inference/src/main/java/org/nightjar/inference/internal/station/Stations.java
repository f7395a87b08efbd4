package org.nightjar.inference.internal.station;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All devices at work, and a thread that looks after them. */
public final class Stations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stations.class);
  private static final long LOOK_MILLIS = 100;

  private final List<Station> stations;
  private final ScheduledExecutorService watch;

  /**
   * Starts the devices.
   *
   * @param stations the preferred one first; the last one is the processor
   */
  public Stations(List<Station> stations) {
    this.stations = List.copyOf(stations);
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "nightjar-inference-watch");
              thread.setDaemon(true);
              return thread;
            });
    stations.forEach(Station::start);
    watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The devices, the preferred one first. */
  public List<Station> all() {
    return stations;
  }

  private void look() {
    for (Station station : stations) {
      try {
        station.look();
      } catch (RuntimeException | LinkageError e) {
        LOG.error("looking after {} failed", station.device().name(), e);
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    stations.forEach(Station::close);
  }
}
