package org.nightjar.plugins;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Something that hands work to plugins and can stop doing so. */
@ConsumerType
public interface Drainable {
  /**
   * Hands no more work to what came from this bundle and waits for what is in flight.
   *
   * @return whether nothing is in flight any more
   */
  boolean drain(long bundleId, Duration atMost) throws InterruptedException;
}
