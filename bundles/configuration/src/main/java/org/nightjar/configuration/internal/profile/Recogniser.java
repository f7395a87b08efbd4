package org.nightjar.configuration.internal.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Wildcard;

/** Whether a profile is meant for a header. */
public final class Recogniser {
  private static final List<String> NAMES = List.of(FactNames.INSTRUMENT, FactNames.TELESCOPE);

  private Recogniser() {}

  /** Whether each keyword that the profile asks for is there with one of its values. */
  public static boolean recognises(Profile profile, Facts header) {
    return !profile.recognise().isEmpty()
        && profile.recognise().entrySet().stream()
            .allMatch(
                asked ->
                    value(profile, asked, header)
                        .filter(
                            value ->
                                asked.getValue().stream()
                                    .anyMatch(pattern -> Wildcard.matches(pattern, value)))
                        .isPresent());
  }

  /** The card's value, or that of the fact which the profile takes from this card. */
  private static Optional<String> value(
      Profile profile, Map.Entry<String, List<String>> asked, Facts header) {
    Optional<String> card = header.text(asked.getKey());
    if (card.isPresent()) {
      return card;
    }
    return NAMES.stream()
        .filter(name -> profile.keywords().getOrDefault(name, List.of()).contains(asked.getKey()))
        .flatMap(name -> header.text(name).stream())
        .findFirst();
  }
}
