package org.nightjar.environment;

import java.util.List;
import java.util.Objects;

/**
 * What a component declares of its settings.
 *
 * @param pid the persistent id under which the component gets them
 * @param name a name for people
 * @param description what is set here; may be empty
 * @param settings the settings, in the order in which they were declared
 * @param bundle symbolic name of the declaring bundle
 * @param version version of the declaring bundle
 */
public record Declaration(
    String pid,
    String name,
    String description,
    List<Setting> settings,
    String bundle,
    String version) {

  /** Copies the settings. */
  public Declaration {
    Objects.requireNonNull(pid, "pid");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    settings = List.copyOf(settings);
    Objects.requireNonNull(bundle, "bundle");
    Objects.requireNonNull(version, "version");
  }
}
