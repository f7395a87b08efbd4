package org.nightjar.plugins.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.plugins.Drainable;
import org.nightjar.plugins.PluginIdentity;
import org.nightjar.plugins.Replacement;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a plugin by starting the new version beside the old one. A bundle is never updated in
 * place: that loses what arrives between stop and start.
 */
@Component
public final class BesideReplacement implements Replacement {
  private static final Logger LOG = LoggerFactory.getLogger(BesideReplacement.class);

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final List<Drainable> drainables = new CopyOnWriteArrayList<>();
  private final Installation installation;
  private final Startup startup;

  /** Called by SCR. */
  @Activate
  public BesideReplacement(@Reference Installation installation, @Reference Startup startup) {
    this.installation = installation;
    this.startup = startup;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addDrainable(Drainable drainable) {
    drainables.add(drainable);
  }

  void removeDrainable(Drainable drainable) {
    drainables.remove(drainable);
  }

  @Override
  public PluginIdentity replace(URI bundle, Duration drainAtMost)
      throws NightjarException, InterruptedException {
    oneAtATime.lockInterruptibly();
    try {
      Bundle fresh = installation.install(bundle);
      Bundle old = startBeside(fresh, bundle, drainAtMost);
      boolean drained = drain(old.getBundleId(), drainAtMost);
      if (!drained) {
        LOG.warn(
            "{} did not finish its work within {}: what is unfinished goes back to pending",
            BundleDirectory.identity(old),
            drainAtMost);
      }
      remove(old);
      return BundleDirectory.identity(fresh);
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Starts the new version; the old one goes on, and takes it all back if that fails. */
  private Bundle startBeside(Bundle fresh, URI from, Duration atMost)
      throws NightjarException, InterruptedException {
    boolean started = false;
    try {
      Bundle old = installation.predecessor(fresh, from);
      fresh
          .adapt(BundleStartLevel.class)
          .setStartLevel(old.adapt(BundleStartLevel.class).getStartLevel());
      fresh.start();
      startup.await(fresh, atMost);
      started = true;
      return old;
    } catch (BundleException e) {
      throw new NightjarException(
          Installation.problem(StandardError.UNAVAILABLE, "does not start", e, from), e);
    } finally {
      if (!started) {
        remove(fresh);
      }
    }
  }

  private boolean drain(long bundleId, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    boolean drained = true;
    for (Drainable drainable : drainables) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      drained &= drainable.drain(bundleId, left);
    }
    return drained;
  }

  private static void remove(Bundle bundle) throws NightjarException {
    try {
      // Uninstalling stops first; a bundle that nobody is wired to is then forgotten for good.
      bundle.uninstall();
    } catch (BundleException e) {
      throw new NightjarException(
          Installation.problem(
              StandardError.INTERNAL, "cannot be removed", e, URI.create(bundle.getLocation())),
          e);
    }
  }
}
