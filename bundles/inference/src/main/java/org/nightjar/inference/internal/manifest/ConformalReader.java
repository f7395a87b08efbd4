package org.nightjar.inference.internal.manifest;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.trust.Conformal;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads {@code conformal} of a derived output. */
final class ConformalReader {
  private static final int MOST_CLASSES = 4096;

  private ConformalReader() {}

  static Conformal read(Value value) throws NightjarException {
    Section section = value.section("method", "alpha", "threshold", "thresholds");
    section.need("method").word("lac");
    double alpha = section.need("alpha").number();
    if (!(alpha > 0 && alpha < 1)) {
      throw section
          .need("alpha")
          .wrong("'alpha' must be between 0 and 1", "For 90 % coverage write 0.1.");
    }
    Optional<Value> each = section.find("thresholds");
    if (each.isPresent() == section.find("threshold").isPresent()) {
      throw value.wrong(
          "'conformal' takes either 'threshold' or 'thresholds'",
          "Give one for all classes, or a list with one for each.");
    }
    Value declared = each.isPresent() ? each.get() : section.need("threshold");
    List<Double> thresholds =
        each.isPresent()
            ? CalibrationReader.numbers(declared, MOST_CLASSES)
            : List.of(declared.number());
    for (double threshold : thresholds) {
      if (!(threshold >= 0 && threshold <= 1)) {
        throw declared.wrong(
            "'" + declared.key() + "' must be between 0 and 1, " + threshold + " is not",
            "It is compared with 1 - p; 1 excludes nothing.");
      }
    }
    return new Conformal(alpha, thresholds);
  }
}
