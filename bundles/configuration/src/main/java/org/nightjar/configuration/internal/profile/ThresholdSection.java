package org.nightjar.configuration.internal.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.nightjar.api.profile.Threshold;
import org.nightjar.api.profile.Threshold.Limits;
import org.nightjar.api.profile.Threshold.Sense;
import org.nightjar.yaml.Yaml;

/**
 * Section {@code thresholds}: for each measurement {@code above} and {@code below}, each with a
 * {@code warning} inside an {@code alarm}; the same below {@code relative}, as multiples of the
 * running reference.
 */
final class ThresholdSection {
  private static final List<String> KEYS = List.of("above", "below", "relative");
  private static final List<String> SENSES = List.of("above", "below");
  private static final List<String> LIMITS = List.of("warning", "alarm");

  /** {@code seeing}, {@code flat.background}, {@code S29/seeing}, {@code S29/A/overscan}. */
  private static final Pattern QUANTITY =
      Pattern.compile(
          "((science|bias|dark|flat|focus)\\.)?([\\x21-\\x2e\\x30-\\x7e]{1,60}/){0,2}"
              + "[A-Za-z][A-Za-z0-9]{0,60}");

  private ThresholdSection() {}

  /**
   * The thresholds; a measurement that is named replaces the inherited one, {@code {}} takes it
   * away.
   */
  static Map<String, List<Threshold>> read(
      Entries thresholds, Map<String, List<Threshold>> inherited) {
    Map<String, List<Threshold>> all = new LinkedHashMap<>(inherited);
    for (Yaml.Field field : thresholds.fields()) {
      if (!QUANTITY.matcher(field.key()).matches()) {
        thresholds.note(
            field.line(),
            "thresholds has '" + field.key() + "'",
            "Allowed: names of measurements as reports have them, such as seeing or S29/seeing; a frame"
                + " type and a dot may stand before, as in flat.background.");
      }
      List<Threshold> own = thresholds(thresholds.section(field.key()));
      if (own.isEmpty()) {
        all.remove(field.key());
      } else {
        all.put(field.key(), own);
      }
    }
    return all;
  }

  private static List<Threshold> thresholds(Entries quantity) {
    quantity.known(quantity.name("").replaceAll("\\.$", "") + " has no key", KEYS, "");
    Entries relative = quantity.section("relative");
    relative.known(quantity.name("relative") + " has no key", SENSES, "");
    List<Threshold> thresholds = new ArrayList<>();
    for (Sense sense : Sense.values()) {
      String key = sense == Sense.ABOVE ? "above" : "below";
      Limits absolute = limits(quantity, key, sense);
      Limits multiples = limits(relative, key, sense);
      if (!absolute.equals(Limits.NONE) || !multiples.equals(Limits.NONE)) {
        thresholds.add(new Threshold(sense, absolute, multiples));
      }
    }
    return thresholds;
  }

  private static Limits limits(Entries section, String key, Sense sense) {
    Entries limits = section.section(key);
    limits.known(section.name(key) + " has no key", LIMITS, "");
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    double warning = limits.number("warning", least, most).orElse(Double.NaN);
    double alarm = limits.number("alarm", least, most).orElse(Double.NaN);
    boolean outside = sense == Sense.ABOVE ? warning > alarm : warning < alarm;
    if (outside) {
      limits.note(
          limits.line(),
          section.name(key) + ": the warning " + warning + " lies outside the alarm " + alarm,
          "Allowed: a warning " + (sense == Sense.ABOVE ? "below" : "above") + " the alarm.");
      return Limits.NONE;
    }
    if (section.has(key) && Double.isNaN(warning) && Double.isNaN(alarm)) {
      limits.note(
          limits.line(), section.name(key) + " sets no limit", "Allowed: warning, alarm, or both.");
    }
    return new Limits(warning, alarm);
  }
}
