package org.nightjar.api.product;

import java.util.Objects;

/**
 * Name, place and facts of a part.
 *
 * @param name unique within the product, such as {@code S29}, {@code hdu2} or {@code difference}
 * @param index place within the product, zero-based
 * @param facts what the part says of itself (its header, for FITS)
 */
public record PartInfo(String name, int index, Facts facts) {
  /** Refuses nulls. */
  public PartInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(facts, "facts");
  }
}
