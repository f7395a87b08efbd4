package org.nightjar.simulation.internal.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.ParameterInfo.Type;
import org.nightjar.api.simulation.RedshiftFunction;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.simulation.internal.plan.Call;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.Given;
import org.nightjar.simulation.internal.unit.Units;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/** Reads {@code COMPONENT: {PARAMETER: ARGUMENT, ...}} with what may stand beside it. */
final class CallReader {
  static final String STREAM = "stream";
  static final String AS = "as";
  static final String DESCRIPTION = "description";
  static final String UCD = "ucd";
  private static final List<String> BESIDE = List.of(STREAM, AS, DESCRIPTION, UCD);

  private final Map<String, SkyComponent> components;
  private final Variables variables;
  private final ProblemList problems;
  private final Keys keys;

  CallReader(Map<String, SkyComponent> components, Variables variables, ProblemList problems) {
    this.components = components;
    this.variables = variables;
    this.problems = problems;
    this.keys = new Keys(problems);
  }

  /**
   * Reads a call.
   *
   * @param table it belongs to
   * @param what it is in messages
   * @param names of the columns; empty for those of the component, or of {@code as}
   */
  Optional<Call> read(
      String table, String what, Role role, List<String> names, Yaml yaml, ColumnFinder columns) {
    Optional<Yaml.Field> field = component(what, role, yaml);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    Yaml.Fields beside = (Yaml.Fields) yaml;
    SkyComponent component = components.get(field.get().key());
    Optional<Given> given = arguments(component.info(), field.get(), columns);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    List<OutputInfo> outputs;
    try {
      outputs = component.outputs(given.get());
    } catch (NightjarException e) {
      problems.add(field.get().line(), e.problem().message(), e.problem().remedy());
      return Optional.empty();
    } catch (RuntimeException e) {
      String name = component.info().name();
      problems.add(field.get().line(), name + " failed: " + e, "Tell its authors.");
      return Optional.empty();
    }
    List<OutputInfo> described = outputs.stream().map(o -> described(o, beside)).toList();
    List<String> wanted = names.isEmpty() ? names(outputs, beside) : names;
    if (wanted.size() != outputs.size()) {
      problems.add(
          field.get().line(),
          "%s gives %d columns (%s), %d names were given"
              .formatted(
                  component.info().name(),
                  outputs.size(),
                  String.join(", ", outputs.stream().map(OutputInfo::name).toList()),
                  wanted.size()),
          "Give a name for each, separated by commas.");
      return Optional.empty();
    }
    String stream =
        beside
            .value(STREAM)
            .flatMap(text -> keys.text(STREAM, text))
            .orElse(table + "/" + (wanted.isEmpty() ? "rows" : wanted.get(0)));
    List<OutputInfo> units = described.stream().map(o -> o.in(unit(o, given.get()))).toList();
    return Optional.of(new Call(table, component, given.get(), stream, wanted, units));
  }

  private static String unit(OutputInfo output, Given given) {
    return output.unit().equals(ParameterInfo.ANY_UNIT) ? given.openUnit() : output.unit();
  }

  private OutputInfo described(OutputInfo output, Yaml.Fields beside) {
    String meaning =
        beside
            .value(DESCRIPTION)
            .flatMap(text -> keys.text(DESCRIPTION, text))
            .orElse(output.meaning());
    String ucd = beside.value(UCD).flatMap(text -> keys.text(UCD, text)).orElse(output.ucd());
    return new OutputInfo(
        output.name(), output.type(), output.width(), output.unit(), ucd, meaning);
  }

  private List<String> names(List<OutputInfo> outputs, Yaml.Fields beside) {
    List<String> names = new ArrayList<>();
    beside
        .value(AS)
        .flatMap(list -> keys.list(AS, list))
        .ifPresent(all -> all.forEach(name -> keys.text(AS, name).ifPresent(names::add)));
    return names.isEmpty() ? outputs.stream().map(OutputInfo::name).toList() : names;
  }

  private Optional<Yaml.Field> component(String what, Role role, Yaml yaml) {
    Optional<Yaml.Fields> section = keys.section(what, yaml);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    List<String> known =
        components.values().stream()
            .map(SkyComponent::info)
            .filter(info -> info.role() == role)
            .map(ComponentInfo::name)
            .sorted()
            .toList();
    List<Yaml.Field> found =
        section.get().fields().stream().filter(f -> !BESIDE.contains(f.key())).toList();
    if (found.size() != 1) {
      problems.add(
          section.get().line(),
          what + (found.isEmpty() ? " names no component" : " names several components"),
          "Name one of: " + String.join(", ", known) + ".");
      return Optional.empty();
    }
    String name = found.get(0).key();
    if (!components.containsKey(name)) {
      problems.add(
          found.get(0).line(),
          "there is no component '" + name + "'",
          Suggestion.remedy(name, known));
      return Optional.empty();
    }
    if (!known.contains(name)) {
      problems.add(
          found.get(0).line(),
          name + (role == Role.ROWS ? " makes no rows" : " makes rows, not columns of given rows"),
          "Name one of: " + String.join(", ", known) + ".");
      return Optional.empty();
    }
    return Optional.of(found.get(0));
  }

  private Optional<Given> arguments(ComponentInfo info, Yaml.Field field, ColumnFinder columns) {
    int before = problems.size();
    boolean none =
        field.value() instanceof Yaml.Scalar scalar && scalar.form() == Yaml.Form.NOTHING;
    Yaml.Fields all =
        none
            ? new Yaml.Fields(field.line(), List.of())
            : keys.section("what " + info.name() + " takes", field.value()).orElse(null);
    if (all == null) {
      return Optional.empty();
    }
    ArgumentReader reader = new ArgumentReader(variables, columns, problems);
    List<String> known = info.parameters().stream().map(ParameterInfo::name).sorted().toList();
    all.fields().stream()
        .filter(argument -> !known.contains(argument.key()))
        .forEach(argument -> reader.unknown(info.name(), argument, known));
    String openUnit = openUnit(info, all, columns);
    Map<String, Object> values = new LinkedHashMap<>();
    boolean broken = false;
    for (ParameterInfo parameter : info.parameters()) {
      Optional<Yaml> given = all.value(parameter.name());
      String unit = parameter.unit().equals(ParameterInfo.ANY_UNIT) ? openUnit : parameter.unit();
      if (given.isPresent()) {
        String what = "'%s' of %s".formatted(parameter.name(), info.name());
        Optional<Object> value = reader.read(what, parameter, unit, given.get());
        broken |= value.isEmpty();
        value.ifPresent(v -> values.put(parameter.name(), v));
      } else if (parameter.otherwise().isPresent()) {
        values.put(parameter.name(), otherwise(parameter));
      } else if (parameter.required()) {
        problems.add(
            field.line(),
            "%s lacks '%s'".formatted(info.name(), parameter.name()),
            parameter.meaning());
      }
    }
    return broken || problems.size() > before
        ? Optional.empty()
        : Optional.of(new Given(info.parameters(), values, openUnit));
  }

  private static Object otherwise(ParameterInfo parameter) {
    Object value = parameter.otherwise().orElseThrow();
    return parameter.type() == Type.FUNCTION && value instanceof Double number
        ? new RedshiftFunction.Constant(number)
        : value;
  }

  /** The first unit that is given to a parameter that leaves it open. */
  private String openUnit(ComponentInfo info, Yaml.Fields all, ColumnFinder columns) {
    for (ParameterInfo parameter : info.parameters()) {
      Optional<Yaml> given =
          parameter.unit().equals(ParameterInfo.ANY_UNIT)
              ? all.value(parameter.name())
              : Optional.empty();
      if (given.isPresent()) {
        String unit = unitOf(given.get(), columns);
        if (!unit.isEmpty()) {
          return Units.standard(unit);
        }
      }
    }
    return "";
  }

  private String unitOf(Yaml yaml, ColumnFinder columns) {
    Optional<String> reference = Variables.reference(yaml);
    if (reference.isPresent() && columns.isColumn(reference.get())) {
      return columns
          .find(reference.get(), yaml.line())
          .map(Column::info)
          .map(OutputInfo::unit)
          .orElse("");
    }
    if (reference.isPresent()) {
      return variables.has(reference.get())
          ? variables.resolve(yaml).map(value -> unitOf(value, columns)).orElse("")
          : "";
    }
    if (yaml instanceof Yaml.Items items) {
      return items.items().stream()
          .map(item -> unitOf(item, columns))
          .filter(unit -> !unit.isEmpty())
          .findFirst()
          .orElse("");
    }
    String unit = NumberReader.unitOf(yaml);
    return Units.parse(unit).isPresent() ? unit : "";
  }
}
