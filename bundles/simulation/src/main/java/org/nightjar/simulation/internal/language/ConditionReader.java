package org.nightjar.simulation.internal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.simulation.internal.plan.Column;
import org.nightjar.simulation.internal.plan.Condition;
import org.nightjar.simulation.internal.plan.Condition.Test;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/** The section {@code select}: {@code COLUMN: {below: 23 mag}}. All conditions must hold. */
final class ConditionReader {
  private final ProblemList problems;
  private final Keys keys;
  private final NumberReader numbers;
  private final Variables variables;
  private final ColumnFinder columns;

  ConditionReader(Variables variables, ColumnFinder columns, ProblemList problems) {
    this.problems = problems;
    this.keys = new Keys(problems);
    this.numbers = new NumberReader(problems);
    this.variables = variables;
    this.columns = columns;
  }

  List<Condition> read(Yaml yaml) {
    List<Condition> all = new ArrayList<>();
    keys.section("select", yaml)
        .ifPresent(section -> section.fields().forEach(field -> all.addAll(ofColumn(field))));
    return all;
  }

  private List<Condition> ofColumn(Yaml.Field field) {
    List<Condition> all = new ArrayList<>();
    String name = field.key().startsWith("$") ? field.key().substring(1) : field.key();
    Optional<Column> column = columns.find(name, field.line());
    Optional<Yaml.Fields> tests = keys.section("the condition on " + name, field.value());
    if (column.isEmpty() || tests.isEmpty()) {
      return all;
    }
    if (column.get().info().width() > 1) {
      problems.add(
          field.line(),
          name + " holds " + column.get().info().width() + " numbers in each row",
          "Select by a column of single numbers.");
      return all;
    }
    for (Yaml.Field test : tests.get().fields()) {
      condition(column.get(), test).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Condition> condition(Column column, Yaml.Field field) {
    Optional<Test> test =
        List.of(Test.values()).stream().filter(t -> t.word().equals(field.key())).findFirst();
    if (test.isEmpty()) {
      problems.add(
          field.line(),
          "unknown condition '" + field.key() + "'",
          Suggestion.remedy(field.key(), Test.words()));
      return Optional.empty();
    }
    String what = "'%s' of %s".formatted(field.key(), column.name());
    Optional<List<Double>> bounds =
        variables.resolve(field.value()).flatMap(value -> bounds(what, test.get(), column, value));
    return bounds.map(all -> new Condition(column, test.get(), all));
  }

  private Optional<List<Double>> bounds(String what, Test test, Column column, Yaml yaml) {
    if (test == Test.FINITE) {
      return keys.word(what, yaml, List.of("true", "false"))
          .map(word -> List.of(word.equals("true") ? 1.0 : 0.0));
    }
    String unit = column.info().unit();
    if (test != Test.BETWEEN && test != Test.IN && test != Test.NOT_IN) {
      return numbers.read(what, yaml, unit).map(List::of);
    }
    Optional<List<Yaml>> list = keys.list(what, yaml);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    List<Double> bounds = new ArrayList<>();
    list.get().forEach(item -> numbers.read(what, item, unit).ifPresent(bounds::add));
    if (test == Test.BETWEEN && (bounds.size() != 2 || bounds.get(0) > bounds.get(1))) {
      problems.add(yaml.line(), what + " needs two numbers, the lower one first", "");
      return Optional.empty();
    }
    return bounds.size() == list.get().size() ? Optional.of(bounds) : Optional.empty();
  }
}
