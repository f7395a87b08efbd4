package org.nightjar.inference.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.json.JsonLine;

/**
 * What was decided about the versions of one model. The live version is the newest that is neither
 * passed over nor on trial.
 *
 * @param passedOver versions that are not to go live by themselves, and why
 * @param trial the version that is run beside the live one, if any
 */
record Choice(Map<String, String> passedOver, Optional<Trial> trial) {
  /** Nothing was decided. */
  static final Choice NONE = new Choice(Map.of(), Optional.empty());

  /**
   * A version on trial.
   *
   * @param version which one
   * @param samples after so many it goes live by itself, if it differs little enough; 0: never
   */
  record Trial(String version, int samples) {}

  Choice {
    passedOver = Map.copyOf(passedOver);
  }

  /** Also passes over this version. */
  Choice without(String version, String why) {
    Map<String, String> more = new TreeMap<>(passedOver);
    more.put(version, why);
    return new Choice(more, trial.filter(each -> !each.version().equals(version)));
  }

  /** Does not pass over this version any more, and ends its trial. */
  Choice with(String version) {
    Map<String, String> fewer = new TreeMap<>(passedOver);
    fewer.remove(version);
    return new Choice(fewer, trial.filter(each -> !each.version().equals(version)));
  }

  /** Puts a version on trial. */
  Choice trying(Trial next) {
    return new Choice(with(next.version()).passedOver(), Optional.of(next));
  }

  /** Whether a version may go live by itself. */
  boolean allows(String version) {
    return !passedOver.containsKey(version)
        && trial.map(each -> !each.version().equals(version)).orElse(true);
  }

  String json() {
    ObjectNode json = JsonLine.object();
    ObjectNode over = json.putObject("passedOver");
    new TreeMap<>(passedOver).forEach(over::put);
    trial.ifPresent(
        each ->
            json.putObject("trial").put("version", each.version()).put("samples", each.samples()));
    return JsonLine.write(json);
  }

  static Choice read(String text, String place) throws NightjarException {
    ObjectNode json = JsonLine.read(text, place);
    Map<String, String> passedOver = new TreeMap<>();
    Iterator<Map.Entry<String, JsonNode>> fields = json.path("passedOver").fields();
    fields.forEachRemaining(field -> passedOver.put(field.getKey(), field.getValue().asText()));
    JsonNode trial = json.path("trial");
    return new Choice(
        passedOver,
        trial.has("version")
            ? Optional.of(new Trial(trial.get("version").asText(), trial.path("samples").asInt()))
            : Optional.empty());
  }
}
