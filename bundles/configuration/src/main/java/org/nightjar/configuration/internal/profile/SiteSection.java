package org.nightjar.configuration.internal.profile;

import java.util.List;
import org.nightjar.api.profile.Site;

/** Section {@code site}: where the telescope stands. */
final class SiteSection {
  private static final List<String> KEYS = List.of("name", "longitude", "latitude", "elevation");
  private static final double HIGHEST = 10_000_000;

  private SiteSection() {}

  static Site read(Entries site) {
    site.known("site has no key", KEYS, "");
    if (!site.has("longitude")) {
      site.note(
          site.line(), "site.longitude is not set", "Allowed: degrees east, from -180 to 180.");
    }
    return new Site(
        site.text("name").orElse(""),
        site.number("longitude", -180, 180).orElse(0),
        site.number("latitude", -90, 90).orElse(0),
        site.number("elevation", -HIGHEST, HIGHEST).orElse(0));
  }
}
