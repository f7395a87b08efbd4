package org.nightjar.simulation.internal.certify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * How one check of one case ended.
 *
 * @param id of the case
 * @param quantity what was checked
 * @param outcome how it ended
 * @param got what came out; empty if nothing did
 * @param expected what was wanted
 * @param worst largest deviation over what is allowed; NaN if there is no such number
 * @param message why it did not pass; empty if it did
 */
record CheckResult(
    String id,
    String quantity,
    Outcome outcome,
    Optional<JsonNode> got,
    JsonNode expected,
    double worst,
    String message) {

  /** How a check can end. */
  enum Outcome {
    /** It is what it should be. */
    PASSED("passed"),
    /** It is something else, or the model refused its inputs. */
    FAILED("failed"),
    /** No model here knows it, or it is only for the record. */
    NOT_EVALUATED("not-evaluated");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** As it is written. */
    String word() {
      return word;
    }
  }
}
