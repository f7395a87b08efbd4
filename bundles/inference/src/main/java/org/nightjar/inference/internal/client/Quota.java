package org.nightjar.inference.internal.client;

/**
 * What a client may use of the service.
 *
 * @param share its weight where several clients want the same device; 1 for everybody by default
 * @param time most of a device's time it may use, 0 to 1, even if nobody else wants it
 * @param queue most requests of it that wait, over all models
 * @param bytes most bytes of its requests that wait
 * @param leases most leases it may hold at a time
 */
public record Quota(double share, double time, int queue, long bytes, int leases) {
  /** What a client has that nothing is said about. */
  public static final Quota DEFAULT = new Quota(1, 1, Integer.MAX_VALUE, Long.MAX_VALUE, 64);

  /** Refuses what would let nothing through. */
  public Quota {
    if (!(share > 0) || !(time > 0 && time <= 1) || queue < 1 || bytes < 1 || leases < 0) {
      throw new IllegalArgumentException(
          "share and queue must be above 0, time above 0 and at most 1, leases not negative");
    }
  }
}
