package org.nightjar.configuration.internal.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/** Section {@code mask}: what the bits of masks mean. */
final class MaskSection {
  private static final List<String> KEYS = List.of("bits", "names", "bad");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final int HIGHEST = 30;
  private static final String ALLOWED = "Allowed: the number of a bit, from 0 to " + HIGHEST + ".";

  private MaskSection() {}

  static MaskBits read(Entries mask) {
    mask.known("mask has no key", KEYS, "");
    Map<String, Integer> bits = bits(mask.section("bits"));
    Map<Integer, String> names = names(mask.section("names"));
    return new MaskBits(bits, names, bad(mask, bits, names));
  }

  private static Map<String, Integer> bits(Entries section) {
    Map<String, Integer> bits = new TreeMap<>();
    for (Yaml.Field field : section.fields()) {
      if (!WORD.matcher(field.key()).matches()) {
        section.note(
            field.line(),
            "mask.bits has '" + field.key() + "'",
            "Allowed: lower-case words, joined by hyphens, such as "
                + String.join(", ", new TreeMap<>(MaskBits.OWN.bits()).keySet())
                + ".");
      }
      Optional<Integer> bit = bit(String.valueOf(field.value().plain()));
      if (bit.isPresent()) {
        bits.put(field.key(), bit.get());
      } else {
        section.note(
            field.line(), "mask.bits." + field.key() + " is " + field.value().found(), ALLOWED);
      }
    }
    return bits;
  }

  private static Map<Integer, String> names(Entries section) {
    Map<Integer, String> names = new TreeMap<>();
    for (Yaml.Field field : section.fields()) {
      Optional<Integer> bit = bit(field.key());
      List<String> name =
          section.texts(field.key(), NAME, "Allowed: one name of letters, digits, - and _.");
      if (bit.isEmpty()) {
        section.note(field.line(), "mask.names has '" + field.key() + "'", ALLOWED);
      } else if (name.size() == 1) {
        names.put(bit.get(), name.get(0));
      }
    }
    return names;
  }

  private static Optional<Integer> bit(String text) {
    return text.matches("\\d{1,2}") && Integer.parseInt(text) <= HIGHEST
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /** Bits by their number, by the observatory's name or by our word; all if nothing is said. */
  private static long bad(Entries mask, Map<String, Integer> bits, Map<Integer, String> names) {
    if (!mask.has("bad")) {
      return -1;
    }
    Map<String, Integer> all = new TreeMap<>();
    names.forEach((bit, name) -> all.put(name.toLowerCase(Locale.ROOT), bit));
    bits.forEach(all::putIfAbsent);
    long bad = 0;
    for (Yaml.Field field : mask.fields()) {
      if (!field.key().equals("bad")) {
        continue;
      }
      for (Yaml item : Entries.items(field.value())) {
        String text = String.valueOf(item.plain()).toLowerCase(Locale.ROOT);
        Optional<Integer> bit = bit(text).or(() -> Optional.ofNullable(all.get(text)));
        if (text.equals("all")) {
          return -1;
        }
        if (bit.isPresent()) {
          bad |= 1L << bit.get();
        } else {
          mask.note(
              item.line(),
              "mask.bad has " + item.found(),
              "all, a number of a bit, or a name. " + Suggestion.remedy(text, all.keySet()));
        }
      }
    }
    return bad;
  }
}
