package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.nightjar.cosmology.Cosmology;

/** Makes the cosmology that a case describes. */
@FunctionalInterface
public interface CosmologyReader {
  /** The cosmology; empty if its type or one of its parameters is not known. */
  Optional<Cosmology> read(JsonNode description);
}
