package org.nightjar.environment.internal;

import java.util.Optional;
import org.nightjar.environment.LaunchOptions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads the framework properties that the launcher set. */
@Component
public final class FrameworkOptions implements LaunchOptions {
  private final BundleContext context;

  /** Made by the component runtime. */
  @Activate
  public FrameworkOptions(BundleContext context) {
    this.context = context;
  }

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(context.getProperty("nightjar." + name));
  }
}
