package org.nightjar.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** How values are spread over buckets. Any thread may record; recording takes no lock. */
@ProviderType
public interface Distribution extends Meter {
  /**
   * Counts a value in its bucket.
   *
   * @param value in the distribution's unit; one that is not finite is not counted
   */
  void record(double value);
}
