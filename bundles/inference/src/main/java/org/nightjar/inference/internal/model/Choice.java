package org.nightjar.inference.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nightjar.api.error.NightjarException;
import org.nightjar.json.JsonLine;

/**
 * What was decided about the versions of one model. The live version is the newest that is neither
 * passed over nor on trial.
 *
 * @param passedOver versions that are not to go live by themselves, and why
 * @param promoted versions that somebody wanted live, or that stood their trial
 * @param trial the version that is run beside the live one, if any
 */
record Choice(Map<String, String> passedOver, Set<String> promoted, Optional<Trial> trial) {
  /** Nothing was decided. */
  static final Choice NONE = new Choice(Map.of(), Set.of(), Optional.empty());

  /**
   * A version on trial.
   *
   * @param version which one
   * @param samples after so many it goes live by itself, if it differs little enough; 0: never
   */
  record Trial(String version, int samples) {}

  Choice {
    passedOver = Map.copyOf(passedOver);
    promoted = Set.copyOf(promoted);
  }

  /** Also passes over this version. */
  Choice without(String version, String why) {
    Map<String, String> more = new TreeMap<>(passedOver);
    more.put(version, why);
    Set<String> fewer = new TreeSet<>(promoted);
    fewer.remove(version);
    return new Choice(more, fewer, trial.filter(each -> !each.version().equals(version)));
  }

  /** Does not pass over this version any more, and ends its trial. */
  Choice with(String version) {
    Map<String, String> fewer = new TreeMap<>(passedOver);
    fewer.remove(version);
    return new Choice(fewer, promoted, trial.filter(each -> !each.version().equals(version)));
  }

  /** Wants a version live. */
  Choice promoting(String version) {
    Set<String> more = new TreeSet<>(promoted);
    more.add(version);
    return new Choice(with(version).passedOver(), more, with(version).trial());
  }

  /** Puts a version on trial. */
  Choice trying(Trial next) {
    return new Choice(with(next.version()).passedOver(), promoted, Optional.of(next));
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
    ArrayNode wanted = json.putArray("promoted");
    new TreeSet<>(promoted).forEach(wanted::add);
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
    Set<String> promoted = new TreeSet<>();
    json.path("promoted").forEach(version -> promoted.add(version.asText()));
    JsonNode trial = json.path("trial");
    return new Choice(
        passedOver,
        promoted,
        trial.has("version")
            ? Optional.of(new Trial(trial.get("version").asText(), trial.path("samples").asInt()))
            : Optional.empty());
  }
}
