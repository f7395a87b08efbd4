package org.nightjar.itests.swap.counting;

import java.util.Map;
import org.nightjar.metrics.Counter;
import org.nightjar.metrics.Meters;
import org.osgi.service.component.annotations.Activate;

/** Counts how often it is run. Lives in bundles of its own, one per version. */
public final class CountingComponent implements Runnable {
  private final Counter runs;
  private int own;

  /** Called by SCR. Forgets on purpose what it has registered. */
  @Activate
  public CountingComponent(Meters meters) {
    runs = meters.counter("probe.runs", "Runs of all versions", "", Map.of());
    meters.gauge("probe.own", "Runs of this version", "", Map.of(), () -> own);
    meters.counter("probe.read", "Runs of all versions", "", Map.of(), () -> own);
    meters.distribution("probe.size", "Sizes", "", Map.of(), new double[] {1}).record(1);
  }

  @Override
  public void run() {
    runs.increment();
    own++;
  }
}
