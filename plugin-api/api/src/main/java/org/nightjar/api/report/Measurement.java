package org.nightjar.api.report;

import java.util.Objects;

/**
 * One number that a task measured.
 *
 * @param name lower camel case, unique within the report; of a detector: {@code DETECTOR/name}
 * @param value the number; NaN if it could not be measured
 * @param unit unit in the FITS standard's spelling ({@code adu}, {@code arcsec}); empty for a pure
 *     number
 */
public record Measurement(String name, double value, String unit) {
  /** Refuses nulls. */
  public Measurement {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
  }
}
