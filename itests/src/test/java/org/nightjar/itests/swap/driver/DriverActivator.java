package org.nightjar.itests.swap.driver;

import java.util.Hashtable;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.nightjar.api.profile.Profiles;
import org.nightjar.api.reader.ProductReader;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Brings what the swapped task is driven by into the framework. */
public final class DriverActivator implements BundleActivator {
  private static final String ROLE = "nightjar.role";

  @Override
  public void start(BundleContext context) {
    Counts counts = new Counts();
    // A real bundle of profiles, where there is one, goes before this.
    context.registerService(
        Profiles.class,
        new OneProfile(),
        new Hashtable<>(Map.of("service.ranking", Integer.MIN_VALUE)));
    context.registerService(ProductReader.class, new ProbeReader(), new Hashtable<>());
    context.registerService(
        Consumer.class, counts::examined, new Hashtable<>(Map.of(ROLE, "swap-count")));
    context.registerService(
        Function.class,
        new SwapDriver(context, counts),
        new Hashtable<>(Map.of(ROLE, "swap-driver")));
  }

  @Override
  public void stop(BundleContext context) {
    // The framework unregisters what the bundle registered.
  }
}
