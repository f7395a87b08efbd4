package org.nightjar.environment;

import org.osgi.service.component.ComponentContext;

/** Who uses a service that is made anew for each bundle. */
public final class UsingBundle {
  private UsingBundle() {}

  /** Symbolic name of the bundle that an instance of a component was made for. */
  public static String symbolicName(ComponentContext context) {
    return context.getUsingBundle().getSymbolicName();
  }
}
