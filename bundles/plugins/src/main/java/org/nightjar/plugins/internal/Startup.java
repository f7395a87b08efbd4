package org.nightjar.plugins.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Knows when a started bundle works: its components come up on their own, some a little later. */
@Component(service = Startup.class)
public final class Startup {
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final BundleContext context;
  private final ServiceComponentRuntime scr;

  /** Called by SCR. */
  @Activate
  public Startup(BundleContext context, @Reference ServiceComponentRuntime scr) {
    this.context = context;
    this.scr = scr;
  }

  /**
   * Waits until every enabled component of a bundle is satisfied.
   *
   * @throws NightjarException UNAVAILABLE, naming the components that are not after this time
   */
  void await(Bundle bundle, Duration atMost) throws NightjarException, InterruptedException {
    Semaphore changed = new Semaphore(0);
    ServiceListener listener = event -> changed.release();
    context.addServiceListener(listener);
    try {
      long end = System.nanoTime() + atMost.toNanos();
      List<String> missing = missing(bundle);
      while (!missing.isEmpty() && !hopeless(bundle) && System.nanoTime() < end) {
        if (changed.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          changed.drainPermits();
        }
        missing = missing(bundle);
      }
      if (!missing.isEmpty()) {
        throw NightjarException.of(
            StandardError.UNAVAILABLE,
            "the plugin does not come up: " + String.join("; ", missing),
            bundle.getSymbolicName() + " " + bundle.getVersion(),
            "install what it needs, or correct its configuration");
      }
    } finally {
      context.removeServiceListener(listener);
    }
  }

  /** A component whose activation failed does not come back by itself. */
  private boolean hopeless(Bundle bundle) {
    return scr.getComponentDescriptionDTOs(bundle).stream()
        .flatMap(component -> scr.getComponentConfigurationDTOs(component).stream())
        .anyMatch(
            configuration -> configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION);
  }

  private List<String> missing(Bundle bundle) {
    return scr.getComponentDescriptionDTOs(bundle).stream()
        .filter(scr::isComponentEnabled)
        .filter(component -> !works(component))
        .map(this::explain)
        .toList();
  }

  private boolean works(ComponentDescriptionDTO component) {
    var configurations = scr.getComponentConfigurationDTOs(component);
    return !configurations.isEmpty()
        && configurations.stream()
            .allMatch(
                configuration ->
                    configuration.state == ComponentConfigurationDTO.SATISFIED
                        || configuration.state == ComponentConfigurationDTO.ACTIVE);
  }

  private String explain(ComponentDescriptionDTO component) {
    for (ComponentConfigurationDTO configuration : scr.getComponentConfigurationDTOs(component)) {
      if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
        return component.name
            + " failed: "
            + String.valueOf(configuration.failure).lines().findFirst().orElse("");
      }
      if (configuration.unsatisfiedReferences.length > 0) {
        return component.name
            + " has nothing for its reference '"
            + configuration.unsatisfiedReferences[0].name
            + "'";
      }
    }
    return component.name
        + " has no configuration "
        + String.join(", ", component.configurationPid);
  }
}
