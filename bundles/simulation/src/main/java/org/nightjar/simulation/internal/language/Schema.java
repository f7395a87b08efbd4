package org.nightjar.simulation.internal.language;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.ParameterInfo.Type;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.plan.Condition.Test;

/**
 * The JSON Schema (2020-12) of descriptions, for editors: keys, components and their parameters.
 * Units, ranges and references are checked by {@link SkyReader} alone.
 */
public final class Schema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final String TYPE = "type";
  private static final String OBJECT = "object";
  private static final String STRING = "string";

  private final Collection<SkyComponent> components;
  private final Collection<String> formats;

  /** The schema for these components and formats. */
  public Schema(Collection<SkyComponent> components, Collection<String> formats) {
    this.components = List.copyOf(components);
    this.formats = List.copyOf(formats);
  }

  /** The schema. */
  public ObjectNode json() {
    ObjectNode root = JsonLine.object().put("$schema", DRAFT).put("title", "a sky of Nightjar");
    ObjectNode keys = closed(root);
    root.putArray("required").add("seed").add("tables");
    keys.putObject("name").put(TYPE, STRING);
    keys.set("seed", anyType("integer", STRING));
    keys.set("accuracy", anyType("number", STRING));
    cosmology(keys.putObject("cosmology"));
    keys.putObject("parameters").put(TYPE, OBJECT);
    keys.putObject("tables")
        .put(TYPE, OBJECT)
        .putObject("additionalProperties")
        .put("$ref", "#/$defs/table");
    ObjectNode output = closed(keys.putObject("output"));
    ObjectNode wanted = output.putObject("formats").put(TYPE, "array");
    formats.forEach(wanted.putObject("items").putArray("enum")::add);
    ObjectNode definitions = root.putObject("$defs");
    table(definitions.putObject("table"));
    call(definitions.putObject("rows"), Role.ROWS);
    call(definitions.putObject("column"), Role.COLUMNS);
    function(definitions.putObject("function"));
    return root;
  }

  private static ObjectNode closed(ObjectNode node) {
    return node.put(TYPE, OBJECT).put("additionalProperties", false).putObject("properties");
  }

  private static ObjectNode anyType(String... types) {
    ObjectNode node = JsonLine.object();
    ArrayNode all = node.putArray(TYPE);
    for (String type : types) {
      all.add(type);
    }
    return node;
  }

  private static void cosmology(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    CosmologyReader.PRESETS.keySet().forEach(either.addObject().putArray("enum")::add);
    ObjectNode parameters = closed(either.addObject());
    for (String key : CosmologyReader.KEYS) {
      parameters.set(
          key,
          key.equals("m_nu")
              ? JsonLine.object().put(TYPE, "array")
              : anyType(key.equals("preset") ? STRING : "number", STRING));
    }
  }

  private static void table(ObjectNode node) {
    ObjectNode keys = closed(node);
    node.putArray("required").add("rows");
    ArrayNode rows = keys.putObject("rows").putArray("anyOf");
    rows.add(anyType("integer", STRING));
    rows.addObject().put("$ref", "#/$defs/rows");
    ArrayNode column =
        keys.putObject("columns")
            .put(TYPE, OBJECT)
            .putObject("additionalProperties")
            .putArray("anyOf");
    column.add(anyType("number", STRING));
    column.addObject().put("$ref", "#/$defs/column");
    ObjectNode select = keys.putObject("select").put(TYPE, OBJECT);
    ObjectNode tests = closed(select.putObject("additionalProperties"));
    Test.words().forEach(word -> tests.putObject(word));
    keys.putObject("write").put(TYPE, "array").putObject("items").put(TYPE, STRING);
  }

  private void call(ObjectNode node, Role role) {
    ObjectNode keys = closed(node);
    keys.putObject(CallReader.STREAM).put(TYPE, STRING);
    keys.putObject(CallReader.AS).put(TYPE, "array").putObject("items").put(TYPE, STRING);
    keys.putObject(CallReader.DESCRIPTION).put(TYPE, STRING);
    keys.putObject(CallReader.UCD).put(TYPE, STRING);
    components.stream()
        .map(SkyComponent::info)
        .filter(info -> info.role() == role)
        .forEach(info -> component(keys.putObject(info.name()), info));
  }

  private static void component(ObjectNode node, ComponentInfo info) {
    node.put(
        "description",
        info.description() + (info.source().isEmpty() ? "" : " Source: " + info.source()));
    ObjectNode keys = closed(node);
    ArrayNode required = node.putArray("required");
    for (ParameterInfo parameter : info.parameters()) {
      ObjectNode one = keys.putObject(parameter.name());
      one.setAll(type(parameter));
      boolean unit = !parameter.unit().isEmpty() && !parameter.unit().matches("[*?]");
      one.put("description", parameter.meaning() + (unit ? " [" + parameter.unit() + "]" : ""));
      parameter.otherwise().ifPresent(value -> one.put("default", value.toString()));
      if (parameter.required()) {
        required.add(parameter.name());
      }
    }
  }

  private static ObjectNode type(ParameterInfo parameter) {
    return switch (parameter.type()) {
      case NUMBER, COLUMN -> anyType("number", STRING);
      case WHOLE -> anyType("integer", "number", STRING);
      case TEXT -> anyType(STRING);
      case WORD -> {
        ObjectNode node = JsonLine.object();
        ArrayNode either = node.putArray("anyOf");
        parameter.words().forEach(either.addObject().putArray("enum")::add);
        either.addObject().put(TYPE, STRING).put("pattern", "^\\$");
        yield node;
      }
      case FLAG -> anyType("boolean", STRING);
      case NUMBERS, TEXTS, COLUMNS ->
          parameter.type() == Type.COLUMNS ? anyType("array") : anyType("array", STRING);
      case FUNCTION -> JsonLine.object().put("$ref", "#/$defs/function");
    };
  }

  private static void function(ObjectNode node) {
    ArrayNode either = node.putArray("anyOf");
    either.add(anyType("number", STRING));
    for (Map.Entry<String, List<String>> form : FunctionReader.FORMS.entrySet()) {
      ObjectNode one = either.addObject();
      ObjectNode arguments = closed(one).putObject(form.getKey());
      ObjectNode keys = closed(arguments);
      form.getValue().stream().forEach(name -> keys.putObject(name));
      form.getValue().forEach(arguments.putArray("required")::add);
      one.putArray("required").add(form.getKey());
    }
  }
}
