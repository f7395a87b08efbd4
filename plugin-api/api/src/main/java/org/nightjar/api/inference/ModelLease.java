package org.nightjar.api.inference;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps one version of a model loaded. While it is open the version is neither evicted when memory
 * is short nor unloaded after an upgrade. Close it soon; what a plugin forgot is closed, and said
 * in the log by name, when the plugin stops.
 */
@ProviderType
public interface ModelLease extends AutoCloseable {
  /** The version that is kept. */
  ModelInfo model();

  /** Lets it go; without effect the second time. */
  @Override
  void close();
}
