package org.nightjar.api.report;

import org.osgi.annotation.versioning.ProviderType;

/** The outline of what was found, in zero-based pixels of its part: pixel centres are whole. */
@ProviderType
public sealed interface Shape {
  /** The word that files use, such as {@code line}. */
  String type();

  /**
   * A straight line with a width, such as the trail of a satellite.
   *
   * @param x0 column of one end
   * @param y0 row of that end
   * @param x1 column of the other end
   * @param y1 row of the other end
   * @param width full width at half maximum across the line, pixels
   */
  record Line(double x0, double y0, double x1, double y1, double width) implements Shape {
    /** Refuses what is not finite and negative widths. */
    public Line {
      if (!Double.isFinite(x0 + y0 + x1 + y1) || !(width >= 0)) {
        throw new IllegalArgumentException(
            "not a line: " + x0 + "," + y0 + " to " + x1 + "," + y1 + ", width " + width);
      }
    }

    @Override
    public String type() {
      return "line";
    }
  }
}
