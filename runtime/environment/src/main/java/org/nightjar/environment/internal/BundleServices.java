package org.nightjar.environment.internal;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nightjar.environment.Services;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** One instance per using bundle, so that what is offered belongs to that bundle. */
@Component(scope = ServiceScope.BUNDLE)
public final class BundleServices implements Services {
  private final BundleContext context;

  /** Called by SCR. */
  @Activate
  public BundleServices(ComponentContext component) {
    context = component.getUsingBundle().getBundleContext();
  }

  @Override
  public <T> Offer offer(Class<T> type, T service, Map<String, Object> properties) {
    ServiceRegistration<T> registration =
        context.registerService(type, service, new Hashtable<>(properties));
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) {
        registration.unregister();
      }
    };
  }
}
