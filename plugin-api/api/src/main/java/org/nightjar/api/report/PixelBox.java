package org.nightjar.api.report;

import java.util.Objects;
import org.nightjar.api.product.Region;

/**
 * Where in the pixels.
 *
 * @param part name of the part
 * @param region the rectangle around what was found
 */
public record PixelBox(String part, Region region) {
  /** Refuses nulls. */
  public PixelBox {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(region, "region");
  }
}
