package org.nightjar.configuration.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.nightjar.api.error.Problem;
import org.nightjar.configuration.internal.CheckedFile.Values;
import org.nightjar.configuration.internal.profile.ProfileFile;
import org.nightjar.configuration.internal.profile.ProfileFolders;
import org.nightjar.environment.Setting;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;
import org.nightjar.yaml.Yaml.Form;
import org.nightjar.yaml.YamlFile;

/** Compares a file with what the bundles declare. */
final class FileCheck {
  /** Most bytes of a file: a configuration is text of a few pages. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Yaml.Fields NO_FIELDS = new Yaml.Fields(0, List.of());

  private final Map<String, Section> sections;
  private final ProfileFolders profiles;
  private final Additions additions;

  FileCheck(Map<String, Section> sections, ProfileFolders profiles, Additions additions) {
    this.sections = sections;
    this.profiles = profiles;
    this.additions = additions;
  }

  /** Checks a file; one that does not exist says nothing, and the defaults hold. */
  CheckedFile check(Path file) {
    ProblemList problems = new ProblemList(file);
    Optional<Yaml.Fields> root =
        Files.exists(file)
            ? YamlFile.fields(file, MOST_BYTES, problems)
            : Optional.of(new Yaml.Fields(0, List.of()));
    if (root.isEmpty()) {
      return new CheckedFile(Map.of(), problems.inOrder());
    }
    unknownSections(root.get(), problems);
    Map<String, Values> good = new LinkedHashMap<>();
    sectionNames().forEach(name -> good.putAll(check(name, root.get(), problems)));
    List<Problem> all = new ArrayList<>(problems.inOrder());
    List<Problem> profile = activeProfile(good);
    if (!profile.isEmpty()) {
      good.remove(Observatory.PID);
      all.addAll(profile);
    }
    return new CheckedFile(good, all);
  }

  /** What is wrong with the profile in use: it stands in a file of its own. */
  private List<Problem> activeProfile(Map<String, Values> good) {
    String name =
        Optional.ofNullable(good.get(Observatory.PID)).stream()
            .flatMap(section -> section.values().stream())
            .filter(value -> value.setting().id().equals(Observatory.KEY))
            .map(Value::shown)
            .findFirst()
            .orElse("");
    return profiles.file(name).map(file -> profile(name, file, profiles)).orElse(List.of());
  }

  /** What is wrong with a profile. */
  static List<Problem> profile(String name, Path file, ProfileFolders profiles) {
    return ProfileFile.read(name, file, profiles).problems();
  }

  private Set<String> sectionNames() {
    return sections.values().stream()
        .map(Section::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void unknownSections(Yaml.Fields root, ProblemList problems) {
    Set<String> names = sectionNames();
    for (Yaml.Field field : root.fields()) {
      if (!names.contains(field.key())) {
        problems.add(
            field.line(),
            "there is no section '" + field.key() + "'",
            Suggestion.remedy(field.key(), names));
      }
    }
  }

  /** The sections of this name, more than one while two versions of a bundle are there. */
  private Map<String, Values> check(String name, Yaml.Fields root, ProblemList problems) {
    int before = problems.size();
    List<Section> targets = sections.values().stream().filter(s -> s.name().equals(name)).toList();
    Yaml.Fields fields =
        root.value(name).flatMap(yaml -> fields(name, yaml, problems)).orElse(NO_FIELDS);
    Map<String, Value> set = new LinkedHashMap<>();
    Section all = targets.stream().reduce(Section::with).orElseThrow();
    for (Yaml.Field field : fields.fields()) {
      all.setting(field.key())
          .ifPresentOrElse(
              setting ->
                  new SettingReader(setting)
                      .read(name, field, problems)
                      .ifPresent(value -> set.put(field.key(), value)),
              () -> unknownKey(all, field, problems));
    }
    additions
        .replacements(name)
        .forEach((key, text) -> set.put(key, replacement(all.setting(key).orElseThrow(), text)));
    profileName(name, set, problems);
    int line = root.value(name).map(Yaml::line).orElse(0);
    Map<String, Values> good = new LinkedHashMap<>();
    for (Section section : targets) {
      List<Value> values = values(section, set, line, problems);
      good.put(section.pid(), new Values(section, values));
    }
    return problems.size() > before ? Map.of() : good;
  }

  private static Optional<Yaml.Fields> fields(String name, Yaml yaml, ProblemList problems) {
    if (yaml instanceof Yaml.Fields fields) {
      return Optional.of(fields);
    }
    if (!(yaml instanceof Yaml.Scalar scalar && scalar.form() == Form.NOTHING)) {
      problems.add(
          yaml.line(), "section " + name + " is " + yaml.found(), "Allowed: keys with values.");
    }
    return Optional.empty();
  }

  private static void unknownKey(Section section, Yaml.Field field, ProblemList problems) {
    problems.add(
        field.line(),
        "section " + section.name() + " has no key '" + field.key() + "'",
        Suggestion.remedy(field.key(), section.settings().stream().map(Setting::id).toList()));
  }

  private static Value replacement(Setting setting, String text) {
    return new Value(setting, List.of(text), Optional.empty(), true);
  }

  /** That a profile is a profile is known here alone. */
  private void profileName(String section, Map<String, Value> set, ProblemList problems) {
    Value name = section.equals(Observatory.SECTION) ? set.get(Observatory.KEY) : null;
    if (name != null && !name.values().isEmpty()) {
      String profile = name.values().get(0).toString();
      if (!profiles.names().contains(profile)) {
        problems.add(
            name.line().orElse(0),
            "there is no profile '" + profile + "'",
            Suggestion.remedy(profile, profiles.names()));
      }
    }
  }

  private List<Value> values(
      Section section, Map<String, Value> set, int line, ProblemList problems) {
    List<Value> values = new ArrayList<>();
    for (Setting setting : section.settings()) {
      SettingReader reader = new SettingReader(setting);
      Value value = Optional.ofNullable(set.get(setting.id())).orElseGet(reader::defaults);
      boolean scalar = !setting.list() && setting.type() != String.class;
      if (value.values().isEmpty() && scalar && setting.required() && value.line().isEmpty()) {
        problems.add(
            line,
            section.name() + "." + setting.id() + " is not set and has no default",
            "Allowed: " + reader.allowed() + ".");
      }
      values.add(additions.to(section.name(), value));
    }
    return values;
  }
}
