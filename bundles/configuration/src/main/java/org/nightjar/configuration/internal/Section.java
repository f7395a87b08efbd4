package org.nightjar.configuration.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.environment.Declaration;
import org.nightjar.environment.Setting;

/**
 * A section of the operator's file.
 *
 * @param name as it stands in the file
 * @param pid persistent id that its values go to
 * @param description what is set here
 * @param settings its keys
 */
record Section(String name, String pid, String description, List<Setting> settings) {
  private static final String OURS = "org.nightjar.";

  Section {
    settings = List.copyOf(settings);
  }

  /** The section of a declaration: short names for ours, the full id for those of others. */
  static Section of(Declaration declaration, String pid) {
    String full = declaration.pid();
    return new Section(
        full.startsWith(OURS) ? full.substring(OURS.length()) : full,
        pid,
        declaration.description(),
        declaration.settings());
  }

  Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.id().equals(key)).findFirst();
  }

  /** This section with the settings of another one that it lacks. */
  Section with(Section other) {
    List<Setting> all = new ArrayList<>(settings);
    other.settings.stream().filter(s -> setting(s.id()).isEmpty()).forEach(all::add);
    return new Section(name, pid, description.isEmpty() ? other.description : description, all);
  }
}
