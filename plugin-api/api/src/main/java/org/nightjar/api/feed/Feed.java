package org.nightjar.api.feed;

import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings products. Register it as an OSGi service; the platform starts it when everything behind it
 * is ready.
 */
@ConsumerType
public interface Feed {
  /** Name, unique among the feeds, such as {@code folder}. */
  String name();

  /** Begins to submit; returns at once. */
  void start(Intake intake) throws NightjarException;

  /** Ends; returns when nothing more will be submitted. */
  void stop() throws InterruptedException;
}
