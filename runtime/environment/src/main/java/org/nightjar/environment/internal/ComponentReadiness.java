package org.nightjar.environment.internal;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.nightjar.environment.Readiness;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Readiness by asking SCR about every component and the framework about every bundle. */
@Component(
    service = {Readiness.class, Supplier.class},
    property = "nightjar.role=diagnosis")
public final class ComponentReadiness implements Readiness, Supplier<String> {
  /** SCR tells changes late or not at all when a component fails; looking again is cheap. */
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final BundleContext context;
  private final MissingBundles bundles;
  private final MissingComponents components;
  private final Semaphore changed = new Semaphore(0);
  private final ServiceListener services = event -> changed.release();
  private final BundleListener starts = event -> changed.release();

  /** Called by SCR. */
  @Activate
  public ComponentReadiness(BundleContext context, @Reference ServiceComponentRuntime scr) {
    this.context = context;
    this.bundles = new MissingBundles(context);
    this.components = new MissingComponents(scr);
    context.addServiceListener(services);
    context.addBundleListener(starts);
  }

  /** Called by SCR. */
  @Deactivate
  void stop() {
    context.removeServiceListener(services);
    context.removeBundleListener(starts);
  }

  @Override
  public List<String> await(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    List<String> missing = missing();
    while (!missing.isEmpty() && System.nanoTime() < end) {
      // Whether a change was told or not, look again.
      boolean told = changed.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      if (told) {
        changed.drainPermits();
      }
      missing = missing();
    }
    return missing;
  }

  @Override
  public long startedMillis() {
    String millis = context.getProperty("nightjar.start.millis");
    return millis == null
        ? ManagementFactory.getRuntimeMXBean().getStartTime()
        : Long.parseLong(millis);
  }

  /** What is missing, for people; empty if nothing is. */
  @Override
  public String get() {
    return String.join(System.lineSeparator(), missing());
  }

  private List<String> missing() {
    List<String> unresolved = bundles.explain();
    return unresolved.isEmpty() ? components.explain() : unresolved;
  }
}
