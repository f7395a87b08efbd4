package org.nightjar.configuration.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Layout;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Site;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;
import org.nightjar.yaml.Yaml.Form;
import org.nightjar.yaml.YamlFile;

/** Reads a profile, noting everything that is wrong with it. */
final class ProfileFile {
  private static final List<String> SECTIONS =
      List.of("description", "site", "keywords", "levels", "values");
  private static final List<String> SITE = List.of("name", "longitude", "latitude", "elevation");
  private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9_-]{1,8}|HIERARCH [!-~ ]{1,60}");
  private static final double HIGHEST = 10_000_000;

  private final ProblemList problems;

  private ProfileFile(ProblemList problems) {
    this.problems = problems;
  }

  /** The profile; incomplete if something has been noted. */
  static Optional<Profile> read(String name, Path file, ProblemList problems) {
    return YamlFile.fields(file, FileCheck.MOST_BYTES, problems)
        .map(root -> new ProfileFile(problems).profile(name, root))
        .filter(profile -> problems.isEmpty());
  }

  private Profile profile(String name, Yaml.Fields root) {
    known("a profile has no section", root, SECTIONS, " Your own values go below 'values'.");
    Map<String, Object> values = new LinkedHashMap<>();
    fields(root, "values").forEach(field -> values.put(field.key(), field.value().plain()));
    return new Profile(
        name,
        site(root),
        Map.of(),
        keywords(root),
        levels(root),
        Layout.UNKNOWN,
        MaskBits.OWN,
        Map.of(),
        new Facts(values));
  }

  private Site site(Yaml.Fields root) {
    if (!(root.value("site").orElse(null) instanceof Yaml.Fields site)) {
      problems.add(0, "the profile names no site", "Add a section site with a longitude.");
      return new Site("", 0, 0, 0);
    }
    known("site has no key", site, SITE, "");
    if (site.value("longitude").isEmpty()) {
      problems.add(
          site.line(), "site.longitude is not set", "Allowed: degrees east, from -180 to 180.");
    }
    return new Site(
        site.value("name").map(Yaml::plain).map(String::valueOf).orElse(""),
        number(site, "longitude", -180, 180),
        number(site, "latitude", -90, 90),
        number(site, "elevation", -HIGHEST, HIGHEST));
  }

  private double number(Yaml.Fields fields, String key, double least, double most) {
    Yaml yaml = fields.value(key).orElse(null);
    if (yaml == null) {
      return 0;
    }
    if (yaml.plain() instanceof Number number
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.doubleValue();
    }
    problems.add(
        yaml.line(),
        "site." + key + " is " + yaml.found(),
        "Allowed: a number from %.0f to %.0f.".formatted(least, most));
    return 0;
  }

  private Map<String, List<String>> keywords(Yaml.Fields root) {
    List<String> facts =
        Stream.of(FactNames.class.getFields()).map(field -> factName(field)).sorted().toList();
    Map<String, List<String>> keywords = new LinkedHashMap<>();
    for (Yaml.Field field : fields(root, "keywords")) {
      if (!facts.contains(field.key())) {
        problems.add(
            field.line(),
            "there is no fact '" + field.key() + "'",
            Suggestion.remedy(field.key(), facts));
      }
      List<Yaml> items =
          field.value() instanceof Yaml.Items list ? list.items() : List.of(field.value());
      List<String> names = new ArrayList<>();
      for (Yaml item : items) {
        if (item instanceof Yaml.Scalar scalar && KEYWORD.matcher(scalar.text()).matches()) {
          names.add(scalar.text());
        } else {
          problems.add(
              item.line(),
              "keywords." + field.key() + " has " + item.found(),
              "Allowed: FITS keywords, up to 8 of A-Z, 0-9, - and _, or HIERARCH and a name.");
        }
      }
      keywords.put(field.key(), names);
    }
    return keywords;
  }

  private static String factName(java.lang.reflect.Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e); // the constants of a public class
    }
  }

  private Map<String, Double> levels(Yaml.Fields root) {
    Map<String, Double> levels = new LinkedHashMap<>();
    for (Yaml.Field field : fields(root, "levels")) {
      if (field.value().plain() instanceof Number number && Double.isFinite(number.doubleValue())) {
        levels.put(field.key(), number.doubleValue());
      } else {
        problems.add(
            field.line(),
            "levels." + field.key() + " is " + field.value().found(),
            "Allowed: a number.");
      }
    }
    return levels;
  }

  private List<Yaml.Field> fields(Yaml.Fields root, String section) {
    Yaml yaml = root.value(section).orElse(new Yaml.Fields(0, List.of()));
    if (yaml instanceof Yaml.Fields fields) {
      return fields.fields();
    }
    if (!(yaml instanceof Yaml.Scalar scalar && scalar.form() == Form.NOTHING)) {
      problems.add(yaml.line(), section + " is " + yaml.found(), "Allowed: keys with values.");
    }
    return List.of();
  }

  private void known(String complaint, Yaml.Fields fields, List<String> names, String more) {
    for (Yaml.Field field : fields.fields()) {
      if (!names.contains(field.key())) {
        problems.add(
            field.line(),
            complaint + " '" + field.key() + "'",
            Suggestion.remedy(field.key(), names) + more);
      }
    }
  }
}
