package org.nightjar.image.picture;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Grey levels by the inverse hyperbolic sine (Lupton et al. 2004): linear near the background,
 * logarithmic in bright stars.
 *
 * @param limits values shown black and white
 * @param softness part of the range that is about linear, above 0
 */
@ProviderType
public record AsinhStretch(ZScale limits, double softness) {
  private static final double USUAL = 0.1;

  /** Refuses a range without a linear part. */
  public AsinhStretch {
    if (!(softness > 0)) {
      throw new IllegalArgumentException("softness " + softness);
    }
  }

  /** The usual one: a tenth of the range about linear. */
  public static AsinhStretch of(ZScale limits) {
    return new AsinhStretch(limits, USUAL);
  }

  /** Grey from 0 to 255; values outside the limits, and NaN as 0, are clipped. */
  public int grey(double value) {
    double unit = (value - limits.low()) / (limits.high() - limits.low());
    if (!(unit > 0)) {
      return 0;
    }
    return (int) Math.round(255 * asinh(Math.min(1, unit) / softness) / asinh(1 / softness));
  }

  private static double asinh(double x) {
    return Math.log(x + Math.sqrt(x * x + 1));
  }
}
