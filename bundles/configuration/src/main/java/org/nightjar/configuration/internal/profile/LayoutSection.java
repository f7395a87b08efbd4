package org.nightjar.configuration.internal.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.profile.Layout;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/** Section {@code layout}: frame types, planes, sections of detectors, and their places. */
final class LayoutSection {
  private static final List<String> KEYS = List.of("frameTypes", "planes", "sections", "detectors");
  private static final List<String> FRAME_TYPES =
      List.of("science", "bias", "flat", "dark", "focus");
  private static final Map<String, PlaneRole> ROLES = roles();
  private static final List<String> SECTIONS = List.of("data", "overscan", "amplifiers");
  private static final Pattern NAME = Pattern.compile("[ -~]{1,70}");
  private static final Pattern PLANE =
      Pattern.compile("(?!.*\\{name}.*\\*|.*\\*.*\\{name})[ -~]{1,70}");
  private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9_-]{1,8}");
  private static final Pattern SUFFIX = Pattern.compile("[A-Z0-9_-]{1,4}");

  private LayoutSection() {}

  private static Map<String, PlaneRole> roles() {
    Map<String, PlaneRole> roles = new TreeMap<>();
    Stream.of(PlaneRole.values())
        .forEach(role -> roles.put(role.name().toLowerCase(Locale.ROOT), role));
    return roles;
  }

  /** The layout; what the section does not say stays as in the other one. */
  static Layout read(Entries layout, Layout inherited) {
    layout.known("layout has no key", KEYS, "");
    return new Layout(
        frameTypes(layout.section("frameTypes"), inherited.frameTypes()),
        planes(layout.section("planes"), inherited.planes()),
        sections(layout.section("sections"), inherited.sections()),
        layout.has("detectors")
            ? DetectorPlaces.read(layout.section("detectors"))
            : inherited.detectors());
  }

  private static Map<String, List<String>> frameTypes(
      Entries section, Map<String, List<String>> inherited) {
    section.known("there is no frame type", FRAME_TYPES, "");
    Map<String, List<String>> types = new LinkedHashMap<>(inherited);
    for (Yaml.Field field : section.fields()) {
      types.put(
          field.key(),
          section.texts(
              field.key(), NAME, "Allowed: how the observatory spells it; * is anything."));
    }
    return types;
  }

  private static Map<PlaneRole, List<String>> planes(
      Entries section, Map<PlaneRole, List<String>> inherited) {
    Map<PlaneRole, List<String>> planes = new TreeMap<>(inherited);
    for (Yaml.Field field : section.fields()) {
      PlaneRole role = ROLES.get(field.key());
      if (role == null) {
        section.note(
            field.line(),
            "there is no plane '" + field.key() + "'",
            Suggestion.remedy(field.key(), ROLES.keySet()));
        continue;
      }
      planes.put(
          role,
          section.texts(
              field.key(),
              PLANE,
              "Allowed: names of extensions, with * for anything or {name} for the image's name."));
    }
    return planes;
  }

  private static Layout.Sections sections(Entries section, Layout.Sections inherited) {
    section.known("layout.sections has no key", SECTIONS, "");
    String keywords = "Allowed: FITS keywords, up to 8 of A-Z, 0-9, - and _.";
    return new Layout.Sections(
        section.has("data") ? section.texts("data", KEYWORD, keywords) : inherited.data(),
        section.has("overscan")
            ? section.texts("overscan", KEYWORD, keywords)
            : inherited.overscan(),
        section.has("amplifiers")
            ? section.texts(
                "amplifiers", SUFFIX, "Allowed: what stands behind the keywords, such as A.")
            : inherited.amplifiers());
  }
}
