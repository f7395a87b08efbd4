package org.nightjar.simulation.internal.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.simulation.CosmologyParameters;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.simulation.internal.plan.SkyPlan;
import org.nightjar.simulation.internal.plan.TablePlan;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Yaml;
import org.nightjar.yaml.Yaml.Form;
import org.nightjar.yaml.YamlFile;

/** Reads a description of a sky, and notes everything that is wrong with it. */
public final class SkyReader {
  static final List<String> KEYS =
      List.of("name", "seed", "accuracy", "cosmology", "parameters", "tables", "output");
  static final double DEFAULT_ACCURACY = 1e-3;
  private static final double LEAST_ACCURACY = 1e-8;
  private static final double MOST_ACCURACY = 0.1;
  private static final int MOST_BYTES = 4 << 20;
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_. -]{0,79}";

  private final Map<String, SkyComponent> components;
  private final Set<String> formats;

  /**
   * A reader.
   *
   * @param components that may be called, by name
   * @param formats that may be written
   */
  public SkyReader(Map<String, SkyComponent> components, Set<String> formats) {
    this.components = Map.copyOf(components);
    this.formats = Set.copyOf(formats);
  }

  /** The plan; empty if something is wrong, which has then been noted. */
  public Optional<SkyPlan> read(Path file, ProblemList problems) {
    return YamlFile.fields(file, MOST_BYTES, problems)
        .flatMap(root -> read(root, stem(file), problems));
  }

  private static String stem(Path file) {
    String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return stem.matches(NAME) ? stem : "sky";
  }

  private Optional<SkyPlan> read(Yaml.Fields root, String otherwise, ProblemList problems) {
    Keys keys = new Keys(problems);
    keys.section("the description", root, KEYS);
    Variables variables =
        new Variables(
            root.value("parameters").flatMap(yaml -> keys.section("parameters", yaml)), problems);
    String name = root.value("name").map(yaml -> name(yaml, keys, problems)).orElse(otherwise);
    Optional<Long> seed = seed(root, variables, keys, problems);
    double accuracy = accuracy(root, variables, problems);
    Optional<CosmologyParameters> cosmology =
        root.value("cosmology")
            .map(yaml -> variables.resolve(yaml).flatMap(new CosmologyReader(problems)::read))
            .orElse(Optional.of(CosmologyReader.PRESETS.get(CosmologyReader.DEFAULT)));
    List<String> wanted = formats(root, keys);
    List<TablePlan> tables = tables(root, variables, keys, problems);
    return problems.isEmpty()
        ? Optional.of(
            new SkyPlan(
                name, seed.orElseThrow(), accuracy, cosmology.orElseThrow(), tables, wanted))
        : Optional.empty();
  }

  private List<TablePlan> tables(
      Yaml.Fields root, Variables variables, Keys keys, ProblemList problems) {
    Optional<Yaml> section = root.value("tables");
    if (section.isEmpty()) {
      problems.add(0, "the description has no tables", "Add tables: NAME: {rows: ...}.");
      return List.of();
    }
    CallReader calls = new CallReader(components, variables, problems);
    return keys.section("tables", section.get())
        .map(all -> new TableReader(calls, variables, problems).read(all))
        .orElse(List.of());
  }

  private static String name(Yaml yaml, Keys keys, ProblemList problems) {
    String name = keys.text("name", yaml).orElse("sky");
    if (!name.matches(NAME)) {
      problems.add(
          yaml.line(),
          "a sky cannot be called '" + name + "'",
          "Use up to 80 letters, digits, blanks and _ . -");
    }
    return name;
  }

  private static Optional<Long> seed(
      Yaml.Fields root, Variables variables, Keys keys, ProblemList problems) {
    Optional<Yaml> seed = root.value("seed");
    if (seed.isEmpty()) {
      problems.add(
          0, "the description has no seed", "Add seed: 1. The same seed gives the same sky.");
      return Optional.empty();
    }
    return variables.resolve(seed.get()).flatMap(yaml -> keys.whole("seed", yaml));
  }

  private static double accuracy(Yaml.Fields root, Variables variables, ProblemList problems) {
    Optional<Yaml> given = root.value("accuracy");
    Optional<Double> value =
        given
            .flatMap(variables::resolve)
            .flatMap(yaml -> new NumberReader(problems).read("accuracy", yaml, ""));
    if (value.isPresent() && !(value.get() >= LEAST_ACCURACY && value.get() <= MOST_ACCURACY)) {
      problems.add(
          given.orElseThrow().line(),
          "the accuracy is " + value.get(),
          "Give a relative error of " + LEAST_ACCURACY + " to " + MOST_ACCURACY + ".");
    }
    return value.orElse(DEFAULT_ACCURACY);
  }

  private List<String> formats(Yaml.Fields root, Keys keys) {
    Optional<Yaml> list =
        root.value("output")
            .flatMap(yaml -> keys.section("output", yaml, List.of("formats")))
            .flatMap(section -> section.value("formats"));
    List<String> wanted = new ArrayList<>();
    List<String> known = formats.stream().sorted().toList();
    list.ifPresent(
        yaml ->
            keys.list("formats", asList(yaml))
                .ifPresent(
                    all ->
                        all.forEach(
                            item -> keys.word("a format", item, known).ifPresent(wanted::add))));
    return wanted.isEmpty() ? List.of("fits") : wanted.stream().distinct().toList();
  }

  private static Yaml asList(Yaml yaml) {
    return yaml instanceof Yaml.Scalar scalar && scalar.form() == Form.TEXT
        ? new Yaml.Items(yaml.line(), List.of(yaml))
        : yaml;
  }
}
