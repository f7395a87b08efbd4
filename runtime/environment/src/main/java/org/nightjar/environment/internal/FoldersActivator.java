package org.nightjar.environment.internal;

import java.nio.file.Path;
import org.nightjar.environment.Folders;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * Turns the launcher's framework properties into the service {@link Folders}; a record cannot be a
 * component of its own.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.nightjar.environment.Folders\"",
    effective = "active")
public final class FoldersActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    Folders folders = new Folders(path(context, "nightjar.home"), path(context, "nightjar.data"));
    context.registerService(Folders.class, folders, null);
  }

  @Override
  public void stop(BundleContext context) {
    // the framework unregisters what the bundle registered
  }

  private static Path path(BundleContext context, String property) {
    String value = context.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(
          "The framework property " + property + " is not set: start Nightjar by its launcher");
    }
    return Path.of(value);
  }
}
