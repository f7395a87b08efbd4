package org.nightjar.rendering.pixel;

import org.osgi.annotation.versioning.ProviderType;

/**
 * At how many points of a pixel its light is looked at.
 *
 * @param points along a side of every pixel, 1 to 32
 * @param tolerance error of a pixel that is let pass, e-/s; infinite: no pixel is looked at more
 *     closely
 */
@ProviderType
public record Sampling(int points, double tolerance) {
  /** Checks the ranges. */
  public Sampling {
    if (points < 1 || points > 32 || !(tolerance > 0)) {
      throw new IllegalArgumentException(
          points
              + " points along a pixel with a tolerance of "
              + tolerance
              + ": 1 to 32 points, a tolerance above 0");
    }
  }

  /** Brightness in the middle of a pixel times its area. For comparison with other programs. */
  public static Sampling centres() {
    return fixed(1);
  }

  /** The mean of this many points along a side. */
  public static Sampling fixed(int points) {
    return new Sampling(points, Double.POSITIVE_INFINITY);
  }

  /**
   * As many points as it takes, pixel by pixel.
   *
   * @param tolerance e-/s of a pixel: a tenth of the noise is a good choice
   */
  public static Sampling adaptive(double tolerance) {
    return new Sampling(1, tolerance);
  }

  /** Whether pixels are looked at more closely where they need it. */
  public boolean isAdaptive() {
    return tolerance < Double.POSITIVE_INFINITY;
  }
}
