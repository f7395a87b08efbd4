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

  /** The key of {@code recognise} that concerns alerts, and the fact it is compared with. */
  static final String SURVEY = "survey";

  /**
   * Whether each keyword that the profile asks for is there with one of its values; of an alert,
   * which has no header, whether its survey is one of the profile's.
   */
  public static boolean recognises(Profile profile, Facts header) {
    Map<String, List<String>> asked = profile.recognise();
    Optional<String> survey = header.text(SURVEY);
    if (survey.isPresent()) {
      return matches(asked.getOrDefault(SURVEY, List.of()), survey.get());
    }
    boolean any = false;
    for (Map.Entry<String, List<String>> each : asked.entrySet()) {
      if (!each.getKey().equals(SURVEY)) {
        Optional<String> value = value(profile, each.getKey(), header);
        if (value.isEmpty() || !matches(each.getValue(), value.get())) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static boolean matches(List<String> patterns, String value) {
    return patterns.stream().anyMatch(pattern -> Wildcard.matches(pattern, value));
  }

  /** The card's value, or that of the fact which the profile takes from this card. */
  private static Optional<String> value(Profile profile, String keyword, Facts header) {
    Optional<String> card = header.text(keyword);
    if (card.isPresent()) {
      return card;
    }
    return NAMES.stream()
        .filter(name -> profile.keywords().getOrDefault(name, List.of()).contains(keyword))
        .flatMap(name -> header.text(name).stream())
        .findFirst();
  }
}
