package org.nightjar.fits.internal.facts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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

  static Optional<String> of(String value) {
    for (String word : WORD_BREAK.splitAsStream(value.toLowerCase(Locale.ROOT)).toList()) {
      if (WORDS.containsKey(word)) {
        return Optional.of(WORDS.get(word));
      }
    }
    return Optional.empty();
  }
}
