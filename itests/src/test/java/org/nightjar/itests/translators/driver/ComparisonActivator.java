package org.nightjar.itests.translators.driver;

import java.util.Hashtable;
import java.util.Map;
import java.util.function.BiFunction;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Brings the comparison into the framework. */
public final class ComparisonActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    context.registerService(
        BiFunction.class,
        new Comparison(context),
        new Hashtable<>(Map.of("nightjar.role", "translators")));
  }

  @Override
  public void stop(BundleContext context) {
    // The framework unregisters what the bundle registered.
  }
}
