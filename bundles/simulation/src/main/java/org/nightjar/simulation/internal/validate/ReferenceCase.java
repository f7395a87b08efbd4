package org.nightjar.simulation.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Inputs of a model and what should come out, from a file of reference cases.
 *
 * @param id name of the case; says nothing about the model
 * @param group what part of the simulator it is about, such as {@code cosmology}
 * @param kind {@code deterministic}, {@code statistical}, {@code property} or several with {@code
 *     +}
 * @param model the formula, in words
 * @param title what it is, in words
 * @param inputs of the model
 * @param checks quantities with what they should be
 * @param others all cases of the file by id, for inputs that refer to another case ({@code as})
 */
public record ReferenceCase(
    String id,
    String group,
    String kind,
    String model,
    String title,
    JsonNode inputs,
    List<JsonNode> checks,
    Map<String, ReferenceCase> others) {
  /** Copies the list. */
  public ReferenceCase {
    checks = List.copyOf(checks);
  }
}
