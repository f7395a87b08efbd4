package org.nightjar.plugins;

import org.osgi.annotation.versioning.ProviderType;

/** Knows which plugin a service came from. */
@ProviderType
public interface PluginDirectory {
  /** The plugin behind {@code service.bundleid}. */
  PluginIdentity identify(long bundleId);
}
