package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.simulation.internal.validate.ReferenceCase;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;

/** A check of a case, with the inputs of the case and which of them were read. */
final class Question {
  /** Inputs that only say how samples are compared. */
  private static final Set<String> ABOUT_SAMPLES = Set.of("n_test", "probabilities");

  private static final long SEED = 20_261_120;

  private final ReferenceCase reference;
  private final JsonNode check;
  private final JsonNode inputs;
  private final Set<String> read = new HashSet<>(ABOUT_SAMPLES);

  Question(ReferenceCase reference, JsonNode check) {
    this.reference = reference;
    this.check = check;
    inputs = merged(reference);
  }

  /** The inputs, above those of the case that they refer to. */
  private static JsonNode merged(ReferenceCase reference) {
    ReferenceCase base = reference.others().get(reference.inputs().path("as").asText(""));
    if (base == null || !base.inputs().isObject()) {
      return reference.inputs();
    }
    ObjectNode merged = base.inputs().deepCopy();
    Iterator<String> names = reference.inputs().fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      merged.set(name, reference.inputs().get(name));
    }
    merged.remove("as");
    return merged;
  }

  ReferenceCase reference() {
    return reference;
  }

  JsonNode check() {
    return check;
  }

  boolean group(String... groups) {
    return Set.of(groups).contains(reference.group());
  }

  /** Whether model or title says a word, in small letters. */
  boolean says(String word) {
    return (reference.model() + " ; " + reference.title()).toLowerCase(Locale.ROOT).contains(word);
  }

  /** The quantity without what stands in brackets. */
  String quantity() {
    return check.path("quantity").asText().replaceAll("\\s*[\\[(].*", "");
  }

  /** A setting in the brackets after the quantity, as in {@code alpha[z=0.5]}. */
  Optional<Double> setting(String name) {
    return setting(check.path("quantity").asText(), name);
  }

  static Optional<Double> setting(String quantity, String name) {
    Matcher found =
        Pattern.compile("[\\[(,\\s]" + name + "\\s*=\\s*([-+.0-9eE]+)").matcher(quantity);
    return found.find() ? Optional.of(Double.valueOf(found.group(1))) : Optional.empty();
  }

  /** Whether all of these inputs are there. */
  boolean has(String... names) {
    for (String name : names) {
      if (!inputs.has(name)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is an input whose name begins so. */
  boolean hasLike(String beginning) {
    return names(inputs).stream().anyMatch(name -> name.startsWith(beginning));
  }

  /** The input of the first of these names that is there. */
  Optional<JsonNode> any(String... names) {
    for (String name : names) {
      if (inputs.has(name)) {
        read.add(name);
        return Optional.of(inputs.get(name));
      }
    }
    return Optional.empty();
  }

  JsonNode node(String... names) throws UnknownException {
    return any(names).orElseThrow(() -> new UnknownException("no input " + names[0]));
  }

  double number(String... names) throws UnknownException {
    return Json.number(node(names));
  }

  double numberOr(double missing, String... names) throws UnknownException {
    Optional<JsonNode> node = any(names);
    return node.isPresent() ? Json.number(node.get()) : missing;
  }

  double[] numbers(String... names) throws UnknownException {
    return Json.numbers(node(names));
  }

  /** An input that may be given by its logarithm as {@code log10_NAME}. */
  double maybeLogarithm(String name) throws UnknownException {
    Optional<JsonNode> logarithm = any("log10_" + name, "log10_" + name + "_Msun");
    return logarithm.isPresent()
        ? Math.pow(10, Json.number(logarithm.get()))
        : number(name, name + "_Msun");
  }

  /** All inputs but one, and but those about samples. */
  JsonNode rest(String but) {
    ObjectNode rest = inputs.deepCopy();
    rest.remove(but);
    rest.remove(ABOUT_SAMPLES);
    read.addAll(names(rest));
    return rest;
  }

  /** Whether there is no input that nobody read. */
  boolean allRead() {
    return inputs.isObject() && read.containsAll(names(inputs));
  }

  static Set<String> names(JsonNode node) {
    return new HashSet<>(namesInOrder(node));
  }

  static List<String> namesInOrder(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  boolean compares(String how) {
    return check.path("compare").asText().equals(how);
  }

  /** How many samples are wanted. */
  int samples(int otherwise) {
    for (JsonNode from : new JsonNode[] {check, inputs}) {
      if (from.path("n_test").isIntegralNumber()) {
        return Math.min(from.get("n_test").asInt(), 10_000_000);
      }
    }
    return otherwise;
  }

  /** Random numbers for a quantity of a model. */
  static Philox random(String what) {
    return new Streams(SEED).stream("validate." + what);
  }

  UnknownException unknownQuantity() {
    return new UnknownException("no quantity " + check.path("quantity").asText());
  }
}
