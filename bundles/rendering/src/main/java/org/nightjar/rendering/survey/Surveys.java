package org.nightjar.rendering.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The presets that come with the library. */
@ProviderType
public final class Surveys {
  private static final List<String> NAMES =
      List.of("delve", "des", "des_deep", "euclid", "hst", "jwst", "lsst", "roman", "ztf");

  private Surveys() {}

  /** Names, sorted. */
  public static List<String> names() {
    return NAMES;
  }

  /** The survey of this name; empty if there is none. */
  public static Optional<Survey> find(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static Survey read(String name) {
    try (InputStream file = Surveys.class.getResourceAsStream(name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("the library lacks its file " + name + ".json");
      }
      JsonNode root = new ObjectMapper().readTree(file);
      JsonNode sources = root.path("sources");
      List<Band> bands = new ArrayList<>();
      for (Map.Entry<String, JsonNode> band : root.path("bands").properties()) {
        bands.add(band(band.getKey(), band.getValue(), sources));
      }
      return new Survey(name, root.path("description").asText(), bands);
    } catch (IOException e) {
      throw new UncheckedIOException("the library's file " + name + ".json is damaged", e);
    }
  }

  private static Band band(String name, JsonNode node, JsonNode sources) {
    Map<Property, Quantity> values = new EnumMap<>(Property.class);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      JsonNode source = sources.path(value.path("source").asText());
      if (!value.path("value").isNumber() || !source.isTextual()) {
        throw new IllegalStateException(
            "band " + name + ": " + entry.getKey() + " lacks its value or its source");
      }
      Property property =
          Property.of(entry.getKey())
              .orElseThrow(() -> new IllegalStateException("no property " + entry.getKey()));
      double spread = value.path("spread").asDouble(0);
      values.put(property, new Quantity(value.path("value").asDouble(), spread, source.asText()));
    }
    return new Band(name, values);
  }
}
