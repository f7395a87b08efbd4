package org.nightjar.intake;

import org.osgi.annotation.versioning.ProviderType;

/** The feeds. They are silent until the system runs as a server and says so here. */
@ProviderType
public interface Feeds {
  /**
   * Starts every feed that is there and, until {@link #stop}, every one that comes. Arrivals that
   * an earlier process began to enter are entered to their end. Starting twice is harmless.
   */
  void start();

  /** Stops all feeds; returns when nothing more will be submitted. Stopping twice is harmless. */
  void stop() throws InterruptedException;
}
