package org.nightjar.simulation.internal.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.nightjar.json.JsonLine;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;
import org.nightjar.yaml.YamlFile;

/**
 * Translates a description of SkyPy. Its tags name Python functions, and any function there is: the
 * ones that are known become components, every other one is refused. Nothing is ever called.
 */
public final class SkyPyImport {
  private static final int MOST_BYTES = 4 << 20;
  private static final String MODELS = "astropy.modeling.models.";
  private static final String COSMOLOGY = "astropy.cosmology.";
  private static final Map<String, List<String>> FUNCTIONS =
      Map.of(
          "Linear1D", List.of("slope", "intercept"),
          "Exponential1D", List.of("amplitude", "scale"),
          "Const1D", List.of("value"));
  private static final Map<String, String> FORMS =
      Map.of("Linear1D", "linear", "Exponential1D", "exponential", "Const1D", "constant");

  private final ProblemList problems;
  private final Map<String, Yaml> variables = new LinkedHashMap<>();

  private SkyPyImport(ProblemList problems) {
    this.problems = problems;
  }

  /** The description in our language; empty if something cannot be translated, which is noted. */
  public static Optional<ObjectNode> read(Path file, long seed, ProblemList problems) {
    return YamlFile.tagged(file, MOST_BYTES, problems)
        .map(root -> new SkyPyImport(problems).sky(root, seed))
        .filter(json -> problems.isEmpty());
  }

  private ObjectNode sky(Yaml.Fields root, long seed) {
    ObjectNode json = JsonLine.object().put("seed", seed);
    for (Yaml.Field field : root.fields()) {
      if (field.key().equals("parameters") && field.value() instanceof Yaml.Fields more) {
        more.fields().forEach(variable -> variables.put(variable.key(), variable.value()));
      } else if (!field.key().equals("tables") && !field.key().equals("cosmology")) {
        variables.put(field.key(), field.value());
      }
    }
    root.value("cosmology").ifPresent(yaml -> json.set("cosmology", cosmology(yaml)));
    ObjectNode parameters = json.putObject("parameters");
    variables.forEach(
        (name, yaml) -> {
          if (grid(yaml).isEmpty()) {
            parameters.set(name, value(yaml));
          }
        });
    ObjectNode tables = json.putObject("tables");
    if (root.value("tables").orElse(null) instanceof Yaml.Fields all) {
      all.fields().forEach(table -> tables.set(table.key(), table(table)));
    } else {
      problems.add(0, "the file has no tables", "Give a description of SkyPy.");
    }
    return json;
  }

  private JsonNode cosmology(Yaml yaml) {
    ObjectNode json = JsonLine.object();
    if (yaml instanceof Yaml.Tagged tagged && tagged.tag().startsWith(COSMOLOGY)) {
      String name = tagged.tag().substring(COSMOLOGY.length());
      if (name.equals("default_cosmology.get")) {
        return json.textNode("planck18");
      }
      if (name.matches("Planck1[358]|WMAP[79]")) {
        return json.textNode(name.toLowerCase(Locale.ROOT));
      }
      if (name.equals("FlatLambdaCDM") || name.equals("FlatwCDM")) {
        arguments(tagged, List.of("H0", "Om0"))
            .forEach((key, value) -> json.set(key, value(value)));
        return json;
      }
    }
    problems.add(
        yaml.line(),
        yaml.found() + " is no cosmology that is known here",
        "Known: FlatLambdaCDM, FlatwCDM, Planck13, Planck15, Planck18, WMAP7, WMAP9.");
    return json;
  }

  private ObjectNode table(Yaml.Field field) {
    ObjectNode json = JsonLine.object();
    ObjectNode columns = JsonLine.object();
    if (!(field.value() instanceof Yaml.Fields entries)) {
      problems.add(field.line(), "the table " + field.key() + " has no columns", "");
      return json;
    }
    for (Yaml.Field entry : entries.fields()) {
      if (entry.key().startsWith(".")) {
        problems.add(
            entry.line(),
            "'" + entry.key() + "' has no meaning here",
            "Dependencies are found by themselves; write joined tables as tables of their own.");
      } else {
        column(json, columns, entry);
      }
    }
    if (!json.has("rows")) {
      problems.add(
          field.line(),
          "nothing says how many rows " + field.key() + " has",
          "Give one of its columns a size.");
    }
    json.set("columns", columns);
    return json;
  }

  private void column(ObjectNode table, ObjectNode columns, Yaml.Field entry) {
    if (!(entry.value() instanceof Yaml.Tagged tagged)) {
      columns.set(entry.key(), value(entry.value()));
      return;
    }
    KnownFunction function = KnownFunction.ALL.get(tagged.tag());
    if (function == null) {
      refuse(tagged);
      return;
    }
    ObjectNode arguments = JsonLine.object();
    arguments(tagged, function.parameters())
        .forEach((name, yaml) -> argument(table, arguments, function, name, yaml));
    ObjectNode call = JsonLine.object();
    call.set(function.component(), arguments);
    if (function.rows()) {
      ArrayNode names = call.putArray("as");
      for (String name : entry.key().split(",", -1)) {
        names.add(name.strip());
      }
      table.set("rows", call);
    } else {
      columns.set(entry.key(), call);
    }
  }

  private void argument(
      ObjectNode table, ObjectNode arguments, KnownFunction function, String name, Yaml yaml) {
    if (name.equals("cosmology")) {
      return;
    }
    if (!function.parameters().contains(name)) {
      problems.add(
          yaml.line(),
          "unknown argument '" + name + "'",
          Suggestion.remedy(name, function.parameters()));
      return;
    }
    Optional<List<JsonNode>> grid = grid(yaml);
    if (name.equals(KnownFunction.SIZE)) {
      if (!table.has("rows")) {
        table.set("rows", value(yaml));
      }
    } else if (grid.isPresent() && name.equals("redshift")) {
      arguments.set("z-min", grid.get().get(0));
      arguments.set("z-max", grid.get().get(1));
    } else if (!function.name(name).isEmpty()) {
      arguments.set(function.name(name), value(yaml));
    }
  }

  /** First and last value of a grid of redshifts; how fine it is, the program chooses itself. */
  private Optional<List<JsonNode>> grid(Yaml yaml) {
    Yaml meant = yaml;
    if (yaml instanceof Yaml.Scalar scalar && scalar.text().startsWith("$")) {
      meant = variables.getOrDefault(scalar.text().substring(1), yaml);
    }
    if (meant instanceof Yaml.Tagged tagged
        && tagged.tag().matches("numpy\\.(linspace|arange)")
        && tagged.value() instanceof Yaml.Items items
        && items.items().size() >= 2) {
      return Optional.of(List.of(value(items.items().get(0)), value(items.items().get(1))));
    }
    return Optional.empty();
  }

  /** Arguments by name, whether they were given in order, by name, or alone. */
  private Map<String, Yaml> arguments(Yaml.Tagged tagged, List<String> order) {
    Map<String, Yaml> arguments = new LinkedHashMap<>();
    if (tagged.value() instanceof Yaml.Fields fields) {
      fields.fields().forEach(field -> arguments.put(field.key(), field.value()));
    } else if (tagged.value() instanceof Yaml.Items items) {
      for (int i = 0; i < items.items().size(); i++) {
        if (i < order.size()) {
          arguments.put(order.get(i), items.items().get(i));
        } else {
          problems.add(tagged.line(), "!" + tagged.tag() + " has too many arguments", "");
        }
      }
    }
    return arguments;
  }

  private JsonNode value(Yaml yaml) {
    if (yaml instanceof Yaml.Tagged tagged) {
      return function(tagged);
    }
    ObjectNode holder = JsonLine.object();
    if (yaml instanceof Yaml.Items items) {
      ArrayNode all = holder.putArray("v");
      items.items().forEach(item -> all.add(value(item)));
    } else if (yaml instanceof Yaml.Fields fields) {
      ObjectNode all = holder.putObject("v");
      fields.fields().forEach(field -> all.set(field.key(), value(field.value())));
    } else {
      Object plain = yaml.plain();
      if (plain instanceof Long number) {
        holder.put("v", number);
      } else if (plain instanceof Double number && Double.isFinite(number)) {
        holder.put("v", number);
      } else if (plain instanceof Boolean flag) {
        holder.put("v", flag);
      } else {
        holder.put("v", ((Yaml.Scalar) yaml).text());
      }
    }
    return holder.get("v");
  }

  private JsonNode function(Yaml.Tagged tagged) {
    ObjectNode json = JsonLine.object();
    String name = tagged.tag().startsWith(MODELS) ? tagged.tag().substring(MODELS.length()) : "";
    if (!FUNCTIONS.containsKey(name)) {
      refuse(tagged);
      return json;
    }
    ObjectNode form = json.putObject(FORMS.get(name));
    arguments(tagged, FUNCTIONS.get(name))
        .forEach((key, yaml) -> form.set(key.equals("tau") ? "scale" : key, value(yaml)));
    return json;
  }

  private void refuse(Yaml.Tagged tagged) {
    List<String> known = new ArrayList<>(new TreeSet<>(KnownFunction.ALL.keySet()));
    FUNCTIONS.keySet().stream().sorted().forEach(name -> known.add(MODELS + name));
    problems.add(
        tagged.line(),
        "the tag !" + tagged.tag() + " would call a Python function that is not known here",
        Suggestion.remedy(tagged.tag(), known));
  }
}
