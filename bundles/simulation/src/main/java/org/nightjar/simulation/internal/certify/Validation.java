package org.nightjar.simulation.internal.certify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.simulation.internal.certify.CheckResult.Outcome;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.Comparison;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Evaluates cases with the first evaluator that knows a quantity. */
final class Validation {
  private final List<CaseEvaluator> evaluators;

  Validation(List<CaseEvaluator> evaluators) {
    this.evaluators = List.copyOf(evaluators);
  }

  /** All checks of a case, in its order. */
  List<CheckResult> of(ReferenceCase reference) {
    List<CheckResult> results = new ArrayList<>();
    for (JsonNode check : reference.checks()) {
      results.add(of(reference, check));
    }
    return results;
  }

  private CheckResult of(ReferenceCase reference, JsonNode check) {
    if (check.path("compare").asText().equals("info")) {
      return result(reference, check, Outcome.NOT_EVALUATED, Optional.empty(), "for the record");
    }
    try {
      for (CaseEvaluator evaluator : evaluators) {
        Optional<JsonNode> got = evaluator.evaluate(reference, check);
        if (got.isPresent()) {
          return compared(reference, check, got.get());
        }
      }
      return result(reference, check, Outcome.NOT_EVALUATED, Optional.empty(), unknown(reference));
    } catch (NightjarException e) {
      return result(reference, check, Outcome.FAILED, Optional.empty(), e.getMessage());
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      return result(reference, check, Outcome.FAILED, Optional.empty(), e.toString());
    }
  }

  private static String unknown(ReferenceCase reference) {
    String other = reference.inputs().path("as").asText();
    return other.isEmpty() || reference.others().containsKey(other)
        ? "no model here knows this"
        : "its inputs are those of " + other + ", which is not in this file";
  }

  private static CheckResult compared(ReferenceCase reference, JsonNode check, JsonNode got) {
    Comparison comparison = Comparison.of(check, got);
    return new CheckResult(
        reference.id(),
        check.path("quantity").asText(),
        comparison.passed() ? Outcome.PASSED : Outcome.FAILED,
        Optional.of(got),
        check.path("value"),
        comparison.worst(),
        comparison.message());
  }

  private static CheckResult result(
      ReferenceCase reference,
      JsonNode check,
      Outcome outcome,
      Optional<JsonNode> got,
      String message) {
    return new CheckResult(
        reference.id(),
        check.path("quantity").asText(),
        outcome,
        got,
        check.path("value"),
        Double.NaN,
        message);
  }
}
