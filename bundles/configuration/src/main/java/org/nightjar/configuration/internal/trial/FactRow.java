package org.nightjar.configuration.internal.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.profile.Profile;

/**
 * Where a fact was found.
 *
 * @param part name of the part; empty for the product
 * @param fact name of the fact
 * @param keyword the keyword that is there; empty if none is
 * @param value the value; empty if there is no such fact
 * @param lookedFor the keywords that the profile names
 */
record FactRow(
    String part, String fact, String keyword, Optional<Object> value, List<String> lookedFor) {
  private static final List<String> OF_PRODUCT =
      List.of(
          FactNames.OBSERVED,
          FactNames.EXPOSURE_TIME,
          FactNames.TELESCOPE,
          FactNames.INSTRUMENT,
          FactNames.BAND,
          FactNames.OBJECT,
          FactNames.RA,
          FactNames.DEC,
          FactNames.FRAME_TYPE,
          FactNames.AIRMASS);
  private static final List<String> OF_PART =
      List.of(
          FactNames.DETECTOR,
          FactNames.GAIN,
          FactNames.READ_NOISE,
          FactNames.SATURATION,
          FactNames.ZERO_POINT,
          FactNames.PIXEL_UNIT);

  static List<FactRow> ofProduct(Profile profile, Facts facts) {
    return rows("", OF_PRODUCT, profile, facts);
  }

  static List<FactRow> ofPart(Profile profile, PartInfo part) {
    return rows(part.name(), OF_PART, profile, part.facts());
  }

  private static List<FactRow> rows(String part, List<String> names, Profile profile, Facts facts) {
    List<FactRow> rows = new ArrayList<>();
    for (String name : names) {
      List<String> lookedFor = profile.keywords().getOrDefault(name, List.of());
      Optional<Object> value = Optional.ofNullable(facts.values().get(name));
      String keyword = lookedFor.stream().filter(each -> there(each, facts)).findFirst().orElse("");
      rows.add(new FactRow(part, name, keyword, value, lookedFor));
    }
    return rows;
  }

  private static boolean there(String keywords, Facts facts) {
    return List.of(keywords.split("\\+")).stream()
        .allMatch(
            each -> facts.text(each).or(() -> facts.text(each.replace(' ', '.'))).isPresent());
  }

  String shown() {
    if (value.isPresent()) {
      return value.get().toString();
    }
    return keyword.isEmpty()
        ? "not found: " + (lookedFor.isEmpty() ? "no keyword named" : String.join(", ", lookedFor))
        : "not understood";
  }
}
