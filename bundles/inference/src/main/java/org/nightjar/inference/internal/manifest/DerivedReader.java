package org.nightjar.inference.internal.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.trust.Calibrated;
import org.nightjar.inference.internal.trust.Derivation;
import org.nightjar.inference.internal.trust.Derivations;
import org.nightjar.inference.internal.trust.Rule;
import org.nightjar.inference.internal.trust.Vectors;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads {@code derived}: outputs that are computed from those of the network, in order. */
final class DerivedReader {
  private static final int MOST_DERIVED = 32;
  private static final List<String> WAYS =
      List.of("calibration", "conformal", "mahalanobis", "quantiles");

  private final NumbersReader numbers;
  private final Map<String, Known> known = new LinkedHashMap<>();

  /** A reader for what is derived from these outputs. */
  DerivedReader(NumbersReader numbers, List<OutputSpec> outputs) {
    this.numbers = numbers;
    outputs.forEach(output -> known.put(output.name(), Known.of(output)));
  }

  Derivations read(Optional<Value> list) throws NightjarException {
    if (list.isEmpty()) {
      return Derivations.NONE;
    }
    List<Derivation> derivations = new ArrayList<>();
    for (Value entry : list.get().list(MOST_DERIVED)) {
      derivations.add(read(entry));
    }
    return new Derivations(derivations);
  }

  private Derivation read(Value entry) throws NightjarException {
    Section section =
        entry.section(
            "name",
            "kind",
            "of",
            "meaning",
            "classes",
            "calibration",
            "conformal",
            "mahalanobis",
            "quantiles");
    String name = section.need("name").text();
    if (known.containsKey(name)) {
      throw section.need("name").wrong("there is an output '" + name + "' already", "");
    }
    String of = section.need("of").word(known.keySet().toArray(String[]::new));
    DataReader data = new DataReader(numbers);
    Rule rule = rule(entry, section, known.get(of), data);
    section.need("kind").word(rule.kind());
    if (!rule.takes().contains(known.get(of).kind())) {
      throw section
          .need("of")
          .wrong(
              "'" + name + "' cannot be computed from a " + known.get(of).kind(),
              "Name an output of one of the kinds " + rule.takes() + ".");
    }
    known.put(name, derived(rule, known.get(of)));
    return new Derivation(
        name,
        of,
        section.text("meaning", ""),
        OutputReader.classes(section),
        rule,
        data.files(),
        entry.place());
  }

  private static Rule rule(Value entry, Section section, Known of, DataReader data)
      throws NightjarException {
    List<String> ways = WAYS.stream().filter(way -> section.find(way).isPresent()).toList();
    if (ways.size() != 1) {
      throw entry.wrong(
          ways.isEmpty()
              ? "a derived output must say how it is computed"
              : "a derived output is computed in one way, not by " + ways,
          "Give one of " + WAYS + ".");
    }
    Value how = section.need(ways.get(0));
    return switch (ways.get(0)) {
      case "calibration" -> CalibrationReader.read(how, of);
      case "conformal" -> ConformalReader.read(how);
      case "mahalanobis" -> DistanceReader.mahalanobis(how, data);
      default -> DistanceReader.percentile(how, data);
    };
  }

  // Sets and distances are no maps.
  private static Known derived(Rule rule, Known of) {
    return rule instanceof Calibrated calibrated
        ? new Known(rule.kind(), of.shape(), Optional.of(calibrated.vectors()))
        : new Known(rule.kind(), Optional.empty(), Optional.of(Vectors.ALL));
  }
}
