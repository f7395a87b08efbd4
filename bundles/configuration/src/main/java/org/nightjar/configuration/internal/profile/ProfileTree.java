package org.nightjar.configuration.internal.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.nightjar.api.profile.Layout;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Threshold;
import org.nightjar.api.profile.Threshold.Limits;
import org.nightjar.api.profile.Threshold.Sense;

/** A profile as its file would say it, with everything that it takes over from others. */
public final class ProfileTree {
  private ProfileTree() {}

  /** Sections by name; values are texts, numbers, lists and maps. */
  public static Map<String, Object> of(Profile profile) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, Object> site = new LinkedHashMap<>();
    site.put("name", profile.site().name());
    site.put("longitude", profile.site().longitude());
    site.put("latitude", profile.site().latitude());
    site.put("elevation", profile.site().elevation());
    tree.put("site", site);
    tree.put("recognise", profile.recognise());
    tree.put("keywords", profile.keywords());
    tree.put("levels", new TreeMap<>(profile.levels()));
    tree.put("layout", layout(profile.layout()));
    tree.put("mask", mask(profile.mask()));
    Map<String, Object> thresholds = new LinkedHashMap<>();
    profile.thresholds().forEach((name, list) -> thresholds.put(name, thresholds(list)));
    tree.put("thresholds", thresholds);
    tree.put("values", profile.values().values());
    tree.values().removeIf(section -> section instanceof Map<?, ?> map && map.isEmpty());
    return tree;
  }

  private static Map<String, Object> layout(Layout layout) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("frameTypes", layout.frameTypes());
    Map<String, Object> planes = new LinkedHashMap<>();
    layout
        .planes()
        .forEach((role, names) -> planes.put(role.name().toLowerCase(Locale.ROOT), names));
    tree.put("planes", planes);
    Map<String, Object> sections = new LinkedHashMap<>();
    sections.put("data", layout.sections().data());
    sections.put("overscan", layout.sections().overscan());
    sections.put("amplifiers", layout.sections().amplifiers());
    sections.values().removeIf(names -> ((List<?>) names).isEmpty());
    tree.put("sections", sections);
    Map<String, Object> places = new LinkedHashMap<>();
    layout.detectors().forEach((name, place) -> places.put(name, List.of(place.x(), place.y())));
    tree.put("detectors", places.isEmpty() ? Map.of() : Map.of("places", places));
    tree.values().removeIf(part -> ((Map<?, ?>) part).isEmpty());
    return tree;
  }

  private static Map<String, Object> mask(MaskBits mask) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("bits", mask.bits());
    Map<String, Object> names = new LinkedHashMap<>();
    mask.names().forEach((bit, name) -> names.put(bit.toString(), name));
    tree.put("names", names);
    tree.put("bad", mask.bad() == -1 ? "all" : bits(mask.bad()));
    return tree;
  }

  private static List<Integer> bits(long mask) {
    return IntStream.range(0, 31).filter(bit -> (mask >> bit & 1) == 1).boxed().toList();
  }

  private static Map<String, Object> thresholds(List<Threshold> thresholds) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, Object> relative = new LinkedHashMap<>();
    for (Threshold threshold : thresholds) {
      String sense = threshold.sense() == Sense.ABOVE ? "above" : "below";
      limits(tree, sense, threshold.absolute());
      limits(relative, sense, threshold.relative());
    }
    if (!relative.isEmpty()) {
      tree.put("relative", relative);
    }
    return tree;
  }

  private static void limits(Map<String, Object> tree, String sense, Limits limits) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    if (!Double.isNaN(limits.warning())) {
      numbers.put("warning", limits.warning());
    }
    if (!Double.isNaN(limits.alarm())) {
      numbers.put("alarm", limits.alarm());
    }
    if (!numbers.isEmpty()) {
      tree.put(sense, numbers);
    }
  }
}
