package org.nightjar.fits.internal.structure;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.nightjar.api.profile.MaskBits;
import org.nightjar.fits.internal.header.Card;
import org.nightjar.fits.internal.header.Header;

/** Masks that name their bits: {@code MP_SAT = 1} says that bit 1 means SAT. */
final class MaskCards {
  private static final String PREFIX = "MP_";
  private static final String LONG = "HIERARCH.";
  private static final int HIGHEST = 30;

  /** Where a profile takes all bits for bad: not those that mark what was found or mended. */
  private static final Set<String> USUALLY_BAD =
      Set.of("BAD", "SAT", "CR", "EDGE", "NO_DATA", "STREAK", "UNMASKEDNAN");

  private MaskCards() {}

  /** The bad bits by the mask's own numbers; empty if it names none. */
  static OptionalLong badBits(Header header, MaskBits mask) {
    Set<String> bad = names(mask);
    long bits = 0;
    boolean named = false;
    for (Card card : header.cards()) {
      String keyword =
          card.keyword().startsWith(LONG)
              ? card.keyword().substring(LONG.length())
              : card.keyword();
      if (keyword.startsWith(PREFIX)
          && card.value() instanceof Long bit
          && bit >= 0
          && bit <= HIGHEST) {
        named = true;
        if (bad.contains(keyword.substring(PREFIX.length()).toUpperCase(Locale.ROOT))) {
          bits |= 1L << bit;
        }
      }
    }
    return named ? OptionalLong.of(bits) : OptionalLong.empty();
  }

  private static Set<String> names(MaskBits mask) {
    if (mask.bad() == -1) {
      return USUALLY_BAD;
    }
    Set<String> names = new TreeSet<>();
    mask.names()
        .forEach(
            (bit, name) -> {
              if ((mask.bad() >> bit & 1) == 1) {
                names.add(name.toUpperCase(Locale.ROOT));
              }
            });
    return names;
  }
}
