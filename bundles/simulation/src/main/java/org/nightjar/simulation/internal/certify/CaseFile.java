package org.nightjar.simulation.internal.certify;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Reads files of reference cases (JSON, {@code sky-simulation-reference/1}). */
final class CaseFile {
  private static final String SCHEMA = "sky-simulation-reference/1";
  private static final long MOST_BYTES = 64L << 20;

  private final Path file;

  private CaseFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @return the cases in the order of the file
   * @throws NightjarException {@code UNREADABLE}, {@code TOO_LARGE} or {@code BAD_ARGUMENT} with
   *     the place
   */
  static List<ReferenceCase> read(Path file) throws NightjarException {
    return new CaseFile(file).cases();
  }

  private List<ReferenceCase> cases() throws NightjarException {
    JsonNode root = parse();
    if (!root.path("schema").asText().equals(SCHEMA)) {
      throw wrong("the schema is not " + SCHEMA, file.toString());
    }
    JsonNode list = root.path("cases");
    if (!list.isArray() || list.isEmpty()) {
      throw wrong("there are no cases", file.toString());
    }
    Map<String, ReferenceCase> byId = new LinkedHashMap<>();
    Map<String, ReferenceCase> others = Collections.unmodifiableMap(byId);
    for (int i = 0; i < list.size(); i++) {
      ReferenceCase read = read(list.get(i), "case " + (i + 1), others);
      if (byId.put(read.id(), read) != null) {
        throw wrong("two cases have the id " + read.id(), file.toString());
      }
    }
    return List.copyOf(byId.values());
  }

  private JsonNode parse() throws NightjarException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw NightjarException.of(
            StandardError.TOO_LARGE,
            "the file has more than " + MOST_BYTES + " bytes",
            file.toString(),
            "");
      }
      return new ObjectMapper().readTree(file.toFile());
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? file.toString() : file + ":" + at.getLineNr();
      throw wrong("broken JSON: " + e.getOriginalMessage(), place);
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.UNREADABLE,
          "the file cannot be read: " + e,
          file.toString(),
          "Check its path and permissions.");
    }
  }

  private ReferenceCase read(JsonNode json, String what, Map<String, ReferenceCase> others)
      throws NightjarException {
    String id = json.path("id").asText();
    String place = file + ": " + (id.isEmpty() ? what : id);
    if (id.isEmpty()) {
      throw wrong("a case has no id", place);
    }
    if (!json.path("inputs").isObject()) {
      throw wrong("a case has no inputs", place);
    }
    List<JsonNode> checks = new ArrayList<>();
    for (JsonNode check : json.path("checks")) {
      if (check.path("quantity").asText().isEmpty()
          || check.path("compare").asText().isEmpty()
          || check.path("value").isMissingNode()) {
        throw wrong("a check needs quantity, value and compare", place);
      }
      checks.add(check);
    }
    if (checks.isEmpty()) {
      throw wrong("a case has no checks", place);
    }
    return new ReferenceCase(
        id,
        json.path("group").asText(),
        json.path("kind").asText(),
        json.path("model").asText(),
        json.path("title").asText(),
        json.path("inputs"),
        checks,
        others);
  }

  private static NightjarException wrong(String message, String place) {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT,
        message,
        place,
        "A file of cases is {\"schema\": \"" + SCHEMA + "\", \"cases\": [...]}.");
  }
}
