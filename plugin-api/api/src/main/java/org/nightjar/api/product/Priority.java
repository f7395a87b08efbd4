package org.nightjar.api.product;

/** How urgent work is; the natural order is the order of service. */
public enum Priority {
  /** Live data on which follow-up waits. */
  LIVE,
  /** Somebody waits at a screen. */
  INTERACTIVE,
  /** Re-processing and backfill. */
  BULK
}
