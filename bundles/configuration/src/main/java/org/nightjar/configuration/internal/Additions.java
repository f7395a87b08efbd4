package org.nightjar.configuration.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.environment.Setting;

/** Values that this process was given besides the file. */
final class Additions {
  private record Key(String section, String setting) {}

  private final Map<Key, List<Object>> added = new HashMap<>();
  private final Map<String, Map<String, String>> replaced = new HashMap<>();

  /** Puts a text in the place of what the file says. */
  void replace(String section, String key, String text) {
    replaced.computeIfAbsent(section, name -> new HashMap<>()).put(key, text);
  }

  /** What stands in the place of what the file says, by key. */
  Map<String, String> replacements(String section) {
    return replaced.getOrDefault(section, Map.of());
  }

  /** Adds values, if there is such a list and it takes them. */
  void add(Collection<Section> sections, String section, String key, List<String> values)
      throws NightjarException {
    Optional<Setting> setting =
        sections.stream()
            .filter(each -> each.name().equals(section))
            .flatMap(each -> each.setting(key).stream())
            .filter(Setting::list)
            .findFirst();
    SettingReader reader =
        new SettingReader(
            setting.orElseThrow(
                () ->
                    NightjarException.of(
                        StandardError.NOT_FOUND,
                        "nothing installed has a list " + section + "." + key,
                        "",
                        "")));
    List<Object> converted = new ArrayList<>();
    for (String value : values) {
      converted.add(
          reader
              .value(value)
              .orElseThrow(
                  () ->
                      NightjarException.of(
                          StandardError.BAD_CONFIGURATION,
                          section + "." + key + " is '" + value + "'",
                          "command line",
                          "Allowed: " + reader.allowed() + ".")));
    }
    added.computeIfAbsent(new Key(section, key), k -> new ArrayList<>()).addAll(converted);
  }

  /** The value with what was added to it. */
  Value to(String section, Value value) {
    List<Object> more = added.getOrDefault(new Key(section, value.setting().id()), List.of());
    return more.isEmpty()
        ? value
        : new Value(
            value.setting(),
            Stream.concat(value.values().stream(), more.stream()).toList(),
            value.line(),
            true);
  }
}
