package org.nightjar.api.reader;

import java.util.Objects;
import org.nightjar.api.profile.MaskBits;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The mask of one part.
 *
 * @param part name of the part; its extension is named {@code PART_DQ}
 * @param width columns
 * @param height rows
 * @param bits what its bits mean
 * @param rows its pixels
 */
public record MaskPlane(String part, int width, int height, MaskBits bits, Rows rows) {
  /** Refuses nulls and empty planes. */
  public MaskPlane {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(bits, "bits");
    Objects.requireNonNull(rows, "rows");
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a mask of " + width + " x " + height);
    }
  }

  /** Gives pixels row by row, the lowest first. */
  @ConsumerType
  @FunctionalInterface
  public interface Rows {
    /**
     * Fills in one row.
     *
     * @param y row, zero-based
     * @param target as long as the row is wide; holds zeros
     */
    void read(int y, int[] target);
  }
}
