package org.nightjar.rendering.survey;

import java.util.Map;
import java.util.Optional;
import org.nightjar.rendering.noise.Exposures;

/**
 * Pictures through one filter of a survey.
 *
 * @param name of the filter
 * @param values what is known
 */
public record Band(String name, Map<Property, Quantity> values) {
  /** Copies the map. */
  public Band {
    values = Map.copyOf(values);
  }

  /** A value, if it is known. */
  public Optional<Quantity> find(Property property) {
    return Optional.ofNullable(values.get(property));
  }

  /**
   * The mean of a value.
   *
   * @throws IllegalArgumentException if it is not known
   */
  public double mean(Property property) {
    return find(property)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the preset of band " + name + " has no " + property.key() + ": give one"))
        .value();
  }

  /**
   * Exposures of mean values, without dark current.
   *
   * @throws IllegalArgumentException if something is not known
   */
  public Exposures exposures() {
    return new Exposures(
        mean(Property.EXPOSURE_TIME),
        mean(Property.EXPOSURES),
        mean(Property.ZERO_POINT),
        mean(Property.SKY),
        mean(Property.PIXEL_SCALE),
        mean(Property.READ_NOISE),
        0);
  }
}
