package org.nightjar.inference.internal.schedule;

import java.time.Duration;

/**
 * Bounds of a queue.
 *
 * @param slots runs at a time
 * @param queue most requests of one lane that wait
 * @param bytes most bytes of requests of one lane that wait
 * @param longest how long a run should take at most, so that urgent requests need not wait longer;
 *     a single sample may
 * @param interactiveFloor part of the device's time that interactive requests get even when live
 *     ones want all of it
 * @param bulkFloor part of it that bulk requests get even when others want all of it
 */
public record QueueSettings(
    int slots, int queue, long bytes, Duration longest, double interactiveFloor, double bulkFloor) {
  /** Refuses floors that leave nothing. */
  public QueueSettings {
    if (interactiveFloor < 0 || bulkFloor < 0 || interactiveFloor + bulkFloor > 0.9) {
      throw new IllegalArgumentException("floors must not be negative, nor above 0.9 together");
    }
  }
}
