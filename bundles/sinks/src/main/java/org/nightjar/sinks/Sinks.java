package org.nightjar.sinks;

import org.osgi.annotation.versioning.ProviderType;

/** Delivery to the sinks. It rests until the system runs as a server and says so here. */
@ProviderType
public interface Sinks {
  /**
   * Delivers to every sink that is there and, until {@link #stop}, to every one that comes, each
   * from where it stopped. Starting twice is harmless.
   */
  void start();

  /** Ends; what was not delivered is delivered after the next start. Stopping twice is harmless. */
  void stop() throws InterruptedException;
}
