package org.nightjar.environment;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the launcher was told besides the folders. */
@ProviderType
public interface LaunchOptions {
  /**
   * An option, such as {@code config} for the operator's file.
   *
   * @param name what follows {@code nightjar.} in the name of the framework property
   */
  Optional<String> option(String name);
}
