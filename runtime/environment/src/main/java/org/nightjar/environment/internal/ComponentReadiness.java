package org.nightjar.environment.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.nightjar.environment.Readiness;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Asks the framework which bundles did not start, and the component runtime which components wait
 * for what.
 */
@Component
public final class ComponentReadiness implements Readiness {
  /** The component runtime announces changes up to seconds late, so it is asked instead. */
  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final BundleContext context;
  private final ServiceComponentRuntime components;

  /** Made by the component runtime. */
  @Activate
  public ComponentReadiness(BundleContext context, @Reference ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
  }

  @Override
  public List<String> await(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    List<String> missing = missing();
    while (!missing.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(ASK_AGAIN_NANOS);
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting for " + missing);
      }
      missing = missing();
    }
    return missing;
  }

  @Override
  public long startedMillis() {
    return Long.parseLong(context.getProperty("nightjar.jvm.start.millis"));
  }

  private List<String> missing() {
    return Stream.concat(
            new MissingBundles(context).explain().stream(),
            UnsatisfiedComponents.of(components).chains().stream())
        .toList();
  }
}
