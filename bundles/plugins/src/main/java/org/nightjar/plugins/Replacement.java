package org.nightjar.plugins;

import java.net.URI;
import java.time.Duration;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Replaces a plugin by another version of it: the new one starts beside the old one, takes over,
 * the old one drains.
 */
@ProviderType
public interface Replacement {
  /**
   * Replaces a running plugin; returns once the old version is uninstalled.
   *
   * @param bundle the new version's bundle
   * @param drainAtMost longest wait for work in flight; what is unfinished then goes back to
   *     pending
   * @return the new version
   * @throws NightjarException if the new version does not start; the old one goes on
   */
  PluginIdentity replace(URI bundle, Duration drainAtMost)
      throws NightjarException, InterruptedException;
}
