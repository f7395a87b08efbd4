package org.nightjar.configuration.internal.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nightjar.api.profile.Layout.Place;
import org.nightjar.yaml.Yaml;

/**
 * Section {@code detectors}: {@code places}, each with two numbers; or {@code rows} of names from
 * the top, each row centred, {@code pitch} apart; with {@code each}, what lies there is itself such
 * a pattern, whose names are put for {@code {inner}} in its {@code name}.
 */
final class DetectorPlaces {
  private static final List<String> KEYS = List.of("places", "rows", "pitch", "each");
  private static final List<String> EACH = List.of("name", "rows");
  private static final Pattern NAME = Pattern.compile("[ -~]{1,70}");
  private static final String ROWS = "Allowed: a list of rows, each a list of names, from the top.";
  private static final int MOST = 10_000;

  private DetectorPlaces() {}

  static Map<String, Place> read(Entries detectors) {
    detectors.known("layout.detectors has no key", KEYS, "");
    Map<String, Place> places = new LinkedHashMap<>();
    Entries each = detectors.section("each");
    each.known("layout.detectors.each has no key", EACH, "");
    List<List<String>> inner = rows(each);
    Place pitch = pitch(detectors, inner);
    String name = each.text("name").orElse("{outer}{inner}");
    grid(rows(detectors), pitch)
        .forEach(
            (outer, centre) -> {
              if (inner.isEmpty()) {
                places.put(outer, centre);
              }
              grid(inner, new Place(1, 1))
                  .forEach(
                      (part, place) ->
                          places.put(
                              name.replace("{outer}", outer).replace("{inner}", part),
                              new Place(centre.x() + place.x(), centre.y() + place.y())));
            });
    singles(detectors.section("places"), places);
    if (places.size() > MOST) {
      detectors.note(
          detectors.line(),
          "layout.detectors names " + places.size() + " detectors",
          "At most " + MOST + " fit.");
    }
    return places;
  }

  private static List<List<String>> rows(Entries section) {
    List<List<String>> rows = new ArrayList<>();
    for (Yaml.Field field : section.fields()) {
      if (field.key().equals("rows")) {
        if (!(field.value() instanceof Yaml.Items)) {
          section.note(field.line(), section.name("rows") + " is " + field.value().found(), ROWS);
        }
        for (Yaml row : Entries.items(field.value())) {
          rows.add(section.texts(section.name("rows"), row, NAME, ROWS));
        }
      }
    }
    return rows;
  }

  private static Map<String, Place> grid(List<List<String>> rows, Place pitch) {
    Map<String, Place> places = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      List<String> names = rows.get(row);
      double y = ((rows.size() - 1) / 2.0 - row) * pitch.y();
      for (int column = 0; column < names.size(); column++) {
        double x = (column - (names.size() - 1) / 2.0) * pitch.x();
        places.put(names.get(column), new Place(x, y));
      }
    }
    return places;
  }

  /** As far apart as the detectors are large, or as what lies in each place is. */
  private static Place pitch(Entries detectors, List<List<String>> inner) {
    double width = inner.stream().mapToInt(List::size).max().orElse(1);
    double height = Math.max(1, inner.size());
    for (Yaml.Field field : detectors.fields()) {
      if (field.key().equals("pitch")) {
        return pair(detectors, "pitch", field).orElseGet(() -> new Place(width, height));
      }
    }
    return new Place(width, height);
  }

  private static void singles(Entries section, Map<String, Place> places) {
    for (Yaml.Field field : section.fields()) {
      pair(section, field.key(), field).ifPresent(place -> places.put(field.key(), place));
    }
  }

  private static Optional<Place> pair(Entries section, String key, Yaml.Field field) {
    List<Yaml> items = Entries.items(field.value());
    if (items.size() == 2
        && items.get(0).plain() instanceof Number x
        && items.get(1).plain() instanceof Number y
        && Double.isFinite(x.doubleValue() + y.doubleValue())) {
      return Optional.of(new Place(x.doubleValue(), y.doubleValue()));
    }
    section.note(
        field.line(),
        section.name(key) + " is " + field.value().found(),
        "Allowed: two numbers, as [1.5, -2].");
    return Optional.empty();
  }
}
