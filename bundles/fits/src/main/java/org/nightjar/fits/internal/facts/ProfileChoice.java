package org.nightjar.fits.internal.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Profiles;
import org.nightjar.fits.internal.header.Card;
import org.nightjar.fits.internal.header.Hdu;

/**
 * The profile by which a file is read.
 *
 * @param profile the profile
 * @param note why it is not that of the instrument; empty if it is
 */
public record ProfileChoice(Profile profile, Optional<String> note) {
  private static final String GENERIC = "generic";

  /** Chooses by the primary header and the first extension's: pixels often begin there. */
  public static ProfileChoice of(Profiles profiles, List<Hdu> hdus) {
    Map<String, Object> cards = new LinkedHashMap<>();
    for (Hdu hdu : hdus.subList(0, Math.min(2, hdus.size()))) {
      for (Card card : hdu.header().cards()) {
        if (card.value() != null) {
          cards.putIfAbsent(card.keyword(), card.value());
        }
      }
    }
    cards.remove(FactNames.PROFILE);
    Facts header = new Facts(cards);
    Profile profile = profiles.of(header);
    return new ProfileChoice(profile, note(profile, header));
  }

  private static Optional<String> note(Profile profile, Facts header) {
    if (!profile.name().equals(GENERIC)) {
      return Optional.empty();
    }
    Optional<String> instrument =
        new Keywords(profile)
            .of(FactNames.INSTRUMENT).stream()
                .flatMap(keyword -> header.text(keyword).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    return Optional.of(
        instrument
            .map(name -> "instrument '" + name + "' is not known to any profile: read by generic")
            .orElse("the header names no instrument: read by generic"));
  }
}
