package org.nightjar.simulation.internal.validate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.Cosmology;

/** Makes the universe that a case describes. */
@FunctionalInterface
public interface CosmologyReader {
  /**
   * Reads.
   *
   * @param description such as {@code {"type": "FlatLambdaCDM", "H0": 70, "Om0": 0.3}}
   * @return empty if something in it is not known
   * @throws NightjarException if it is not physical
   */
  Optional<? extends Cosmology> read(JsonNode description) throws NightjarException;
}
