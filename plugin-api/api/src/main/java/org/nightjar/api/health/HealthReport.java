package org.nightjar.api.health;

import java.util.Objects;

/**
 * How a component is.
 *
 * @param status how it is
 * @param message what was seen, one sentence
 * @param remedy what to do; empty when there is nothing to do
 */
public record HealthReport(HealthStatus status, String message, String remedy) {
  /** Refuses nulls. */
  public HealthReport {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** Nothing to do. */
  public static HealthReport ok(String message) {
    return new HealthReport(HealthStatus.OK, message, "");
  }
}
