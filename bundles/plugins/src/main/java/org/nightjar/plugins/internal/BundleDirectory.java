package org.nightjar.plugins.internal;

import org.nightjar.plugins.PluginDirectory;
import org.nightjar.plugins.PluginIdentity;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Plugins are bundles. */
@Component
public final class BundleDirectory implements PluginDirectory {
  private final BundleContext context;

  /** Called by SCR. */
  @Activate
  public BundleDirectory(BundleContext context) {
    this.context = context;
  }

  @Override
  public PluginIdentity identify(long bundleId) {
    Bundle bundle = context.getBundle(bundleId);
    if (bundle == null) {
      throw new IllegalArgumentException("no bundle has the number " + bundleId);
    }
    return identity(bundle);
  }

  static PluginIdentity identity(Bundle bundle) {
    return new PluginIdentity(bundle.getSymbolicName(), bundle.getVersion().toString());
  }
}
