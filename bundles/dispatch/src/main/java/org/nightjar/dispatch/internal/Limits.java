package org.nightjar.dispatch.internal;

import java.time.Duration;
import org.nightjar.dispatch.internal.lane.LaneSettings;

/**
 * The settings in units of work.
 *
 * @param lane bounds of a lane
 * @param call when a call is interrupted
 * @param grace how much later it is given up
 * @param sweep how often the ledger is asked without a reason
 * @param pixelBytes memory for pixels
 * @param seed seed of all random numbers
 */
record Limits(
    LaneSettings lane, Duration call, Duration grace, Duration sweep, long pixelBytes, long seed) {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final int HEAP_SHARE = 4;

  static Limits of(DispatchSettings settings) {
    Runtime runtime = Runtime.getRuntime();
    int threads = settings.threads() > 0 ? settings.threads() : runtime.availableProcessors();
    long pixels =
        settings.pixelMemoryMegabytes() > 0
            ? (long) settings.pixelMemoryMegabytes() << 20
            : runtime.maxMemory() / HEAP_SHARE;
    return new Limits(
        new LaneSettings(settings.window(), threads),
        Duration.ofSeconds(settings.taskTimeLimitSeconds()),
        GRACE,
        SWEEP,
        pixels,
        settings.seed());
  }
}
