package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A straight line of light. Positions are zero-based pixels; of the two ends the first is the left
 * one (the upper one of a vertical streak).
 *
 * @param x0 one end
 * @param y0 likewise
 * @param x1 the other end
 * @param y1 likewise
 * @param width full width at half maximum across it, pixels
 * @param brightness mean height along its middle above the background, in the image's unit
 * @param significance flux over its noise
 * @param filled part of its length that is lit, 0 to 1: less for blinking lights and where pixels
 *     are masked
 */
@ProviderType
public record Streak(
    double x0,
    double y0,
    double x1,
    double y1,
    double width,
    double brightness,
    double significance,
    double filled) {

  /** From end to end, pixels. */
  public double length() {
    return Math.hypot(x1 - x0, y1 - y0);
  }

  /** Direction from the first end to the second, radians from +x towards +y, -pi/2 to pi/2. */
  public double angle() {
    return Math.atan2(y1 - y0, x1 - x0);
  }
}
