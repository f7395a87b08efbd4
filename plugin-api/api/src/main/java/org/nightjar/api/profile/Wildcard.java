package org.nightjar.api.profile;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Compares names with those in profiles, where {@code *} stands for anything. */
@ProviderType
public final class Wildcard {
  private Wildcard() {}

  /**
   * Whether a text is what a pattern describes. Case and blanks around the text do not matter.
   * Takes at most as many steps as the product of both lengths.
   */
  public static boolean matches(String pattern, String text) {
    String wanted = pattern.strip().toLowerCase(Locale.ROOT);
    String given = text.strip().toLowerCase(Locale.ROOT);
    int at = 0;
    int star = -1;
    int resume = 0;
    int next = 0;
    while (at < given.length()) {
      if (next < wanted.length() && wanted.charAt(next) == '*') {
        star = next++;
        resume = at;
      } else if (next < wanted.length() && wanted.charAt(next) == given.charAt(at)) {
        next++;
        at++;
      } else if (star >= 0) {
        next = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (next < wanted.length() && wanted.charAt(next) == '*') {
      next++;
    }
    return next == wanted.length();
  }
}
