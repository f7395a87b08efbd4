package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What counts as a defective pixel.
 *
 * @param saturationLevel pixel value, background included, from which a pixel is saturated; NaN for
 *     no such level
 * @param deadSigmas a pixel this many sigma of the local noise below the local background is dead;
 *     above 0
 * @param zeroIsDead whether a value of exactly zero is dead too; false suits whole numbers around
 *     zero
 * @param hotSigmas a pixel this many sigma above the local background is hot if it is alone; above
 *     0
 */
@ProviderType
public record DefectSettings(
    double saturationLevel, double deadSigmas, boolean zeroIsDead, double hotSigmas) {

  public DefectSettings {
    if (!(deadSigmas > 0) || !(hotSigmas > 0)) {
      throw new IllegalArgumentException(
          "deadSigmas is " + deadSigmas + ", hotSigmas is " + hotSigmas + ": both must be above 0");
    }
  }

  /** No saturation level, dead 10 sigma below or exactly zero, hot 20 sigma above. */
  public static DefectSettings defaults() {
    return new DefectSettings(Double.NaN, 10, true, 20);
  }

  /** These with another saturation level. */
  public DefectSettings withSaturationLevel(double level) {
    return new DefectSettings(level, deadSigmas, zeroIsDead, hotSigmas);
  }
}
