package org.nightjar.inference.internal.manifest;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.manifest.MetricSpec.Name;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads {@code metric}. */
final class MetricReader {
  private MetricReader() {}

  static MetricSpec read(Value value, List<String> outputs) throws NightjarException {
    Section section = value.section("name", "output", "class", "threshold", "limit");
    Name name = name(section);
    Optional<Value> positive = section.find("class");
    if (positive.isPresent() && name != Name.AUC) {
      throw positive.get().wrong("'class' is for auc", "Remove it.");
    }
    Optional<Value> threshold = section.find("threshold");
    if (threshold.isPresent() && name != Name.ACCURACY && name != Name.DICE) {
      throw threshold.get().wrong("'threshold' is for accuracy and dice", "Remove it.");
    }
    Optional<Value> limit = section.find("limit");
    return new MetricSpec(
        name,
        section.need("output").word(outputs.toArray(String[]::new)),
        positive.isPresent() ? Optional.of(positive.get().text()) : Optional.empty(),
        threshold.isPresent() ? Optional.of(threshold.get().number()) : Optional.empty(),
        limit.isPresent() ? Optional.of(notNegative(limit.get())) : Optional.empty());
  }

  static Name name(Section section) throws NightjarException {
    return Name.of(section.need("name").word("auc", "accuracy", "rmse", "dice"));
  }

  static double notNegative(Value value) throws NightjarException {
    double number = value.number();
    if (number < 0) {
      throw value.wrong("'" + value.key() + "' must not be negative", "");
    }
    return number;
  }
}
