package org.nightjar.fits.internal.facts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nightjar.api.profile.Wildcard;

/** The words of instruments for what a frame is, in ours. */
final class FrameType {
  private static final Pattern WORD_BREAK = Pattern.compile("[^a-z]+");
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("bias", "bias"),
          Map.entry("zero", "bias"),
          Map.entry("flat", "flat"),
          Map.entry("dark", "dark"),
          Map.entry("focus", "focus"),
          Map.entry("object", "science"),
          Map.entry("light", "science"),
          Map.entry("science", "science"),
          Map.entry("sci", "science"),
          Map.entry("expose", "science"));

  private FrameType() {}

  /** The type that the observatory spells so; else the one whose word is in it. */
  static Optional<String> of(String value, Map<String, List<String>> spellings) {
    for (Map.Entry<String, List<String>> type : spellings.entrySet()) {
      if (type.getValue().stream().anyMatch(pattern -> Wildcard.matches(pattern, value))) {
        return Optional.of(type.getKey());
      }
    }
    return ofWords(value);
  }

  private static Optional<String> ofWords(String value) {
    for (String word : WORD_BREAK.splitAsStream(value.toLowerCase(Locale.ROOT)).toList()) {
      if (WORDS.containsKey(word)) {
        return Optional.of(WORDS.get(word));
      }
    }
    return Optional.empty();
  }
}
