package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import org.nightjar.api.error.NightjarException;

/** One model that cases ask about. */
interface Model {
  /** Whether a case is about this model, by its group, its words and the names of its inputs. */
  boolean knows(Question question);

  /**
   * The quantity that is asked for. Has to read all inputs that it knows, needed or not: those that
   * were not read are unknown.
   *
   * @throws UnknownException if an input is missing, or the quantity is not known
   */
  JsonNode answer(Question question) throws UnknownException, NightjarException;
}
