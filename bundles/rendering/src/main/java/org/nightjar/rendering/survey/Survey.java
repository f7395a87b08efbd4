package org.nightjar.rendering.survey;

import java.util.List;
import java.util.Optional;

/**
 * A survey.
 *
 * @param name in lower case
 * @param description what it is
 * @param bands filters, from blue to red
 */
public record Survey(String name, String description, List<Band> bands) {
  /** Copies the list. */
  public Survey {
    bands = List.copyOf(bands);
  }

  /** The band of this name. */
  public Optional<Band> band(String band) {
    return bands.stream().filter(b -> b.name().equals(band)).findFirst();
  }
}
