package org.nightjar.api.health;

/** How a component is, from well to worst. */
public enum HealthStatus {
  /** Works; nothing to do. */
  OK,
  /** Works; somebody should look at it in daylight. */
  WARN,
  /** Does not work now and mends itself; wait. */
  TEMPORARILY_UNAVAILABLE,
  /** Does not work; act. */
  CRITICAL,
  /** The check itself failed; treat as critical. */
  HEALTH_CHECK_ERROR
}
