package org.nightjar.environment;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where things are. Registered as a service.
 *
 * @param home the unpacked distribution; never written to
 * @param data the data folder; everything that is written is below it
 */
public record Folders(Path home, Path data) {
  /** Refuses nulls. */
  public Folders {
    Objects.requireNonNull(home, "home");
    Objects.requireNonNull(data, "data");
  }

  /** Defaults that shipped, and the profiles. */
  public Path config() {
    return home.resolve("config");
  }

  /** Things of this process; emptied at every start. */
  public Path scratch() {
    return data.resolve("tmp");
  }
}
