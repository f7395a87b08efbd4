package org.nightjar.api.health;

import org.osgi.annotation.versioning.ConsumerType;

/** A cheap, repeatable question to a component. Register it as an OSGi service. */
@ConsumerType
public interface Health {
  /** What is checked, such as {@code store}. */
  String name();

  /** Looks now; returns within a second. */
  HealthReport check();
}
