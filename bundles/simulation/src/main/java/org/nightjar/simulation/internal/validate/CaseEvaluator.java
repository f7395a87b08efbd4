package org.nightjar.simulation.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;

/**
 * Evaluates reference cases of some models with this simulator's own code: the same classes that
 * simulate, nothing written for the cases.
 */
public interface CaseEvaluator {
  /**
   * Evaluates a quantity of a case.
   *
   * @param check one of the case's checks; its {@code quantity} says what is wanted, and for
   *     samples {@code n_test} how many
   * @return a number, a boolean, or an array of numbers of the shape of the expected value; for
   *     {@code cdf} the array of sampled values, for {@code binomial} the array of frequencies.
   *     Empty if this evaluator does not know the model, one of its inputs, or the quantity:
   *     nothing is guessed
   * @throws NightjarException if the inputs are not physical
   */
  Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check) throws NightjarException;
}
