package org.nightjar.fits.internal.structure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.api.product.Region;

/**
 * Sections as headers write them: {@code [x1:x2,y1:y2]}, one-based, both ends included; turned ends
 * mean a flipped read-out of the same pixels.
 */
final class SectionText {
  private static final Pattern FORM =
      Pattern.compile(
          "\\[\\s*(\\d{1,9})\\s*:\\s*(\\d{1,9})\\s*,\\s*(\\d{1,9})\\s*:\\s*(\\d{1,9})\\s*\\]");

  private SectionText() {}

  /** Whether it names no pixels at all, as {@code [0:0,0:0]} does. */
  static boolean none(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        && (number(matcher, 1) + number(matcher, 2) == 0
            || number(matcher, 3) + number(matcher, 4) == 0);
  }

  /** The pixels; empty if it is no section or pixel 0 is in it. */
  static Optional<Region> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int x0 = Math.min(number(matcher, 1), number(matcher, 2)) - 1;
    int y0 = Math.min(number(matcher, 3), number(matcher, 4)) - 1;
    int x1 = Math.max(number(matcher, 1), number(matcher, 2));
    int y1 = Math.max(number(matcher, 3), number(matcher, 4));
    return x0 < 0 || y0 < 0 ? Optional.empty() : Optional.of(Region.of(x0, y0, x1, y1));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
