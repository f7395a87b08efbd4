package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * How sources are found. The defaults are those of SExtractor.
 *
 * @param threshold least filtered pixel in units of the global noise, above 0
 * @param minArea least number of connected pixels above the threshold, at least 1
 * @param kernel detection filter
 * @param deblendLevels sub-thresholds on which regions are split, 1 (no splitting) to 1024
 * @param deblendContrast least part of a region's flux for a branch to be a source, 0 to 1 (no
 *     splitting)
 * @param cleanParameter exponent of the halos of bright sources, 0.1 (wide, drops most) to 10; 0
 *     for no cleaning
 * @param saturationLevel pixel value, background included, from which a pixel is saturated; NaN for
 *     no such level
 * @param mostSources no more than this many sources are kept, at least 1; a bound on memory
 */
@ProviderType
public record DetectionSettings(
    double threshold,
    int minArea,
    Kernel kernel,
    int deblendLevels,
    double deblendContrast,
    double cleanParameter,
    double saturationLevel,
    int mostSources) {

  private static final int MOST_LEVELS = 1024;

  public DetectionSettings {
    require(
        threshold > 0 && threshold <= Float.MAX_VALUE, "threshold", threshold, "must be above 0");
    require(minArea >= 1, "minArea", minArea, "must be at least 1");
    require(
        deblendLevels >= 1 && deblendLevels <= MOST_LEVELS,
        "deblendLevels",
        deblendLevels,
        "must be 1 to 1024");
    require(
        deblendContrast >= 0 && deblendContrast <= 1,
        "deblendContrast",
        deblendContrast,
        "must be 0 to 1");
    require(
        cleanParameter == 0 || (cleanParameter >= 0.1 && cleanParameter <= 10),
        "cleanParameter",
        cleanParameter,
        "must be 0.1 to 10, or 0 for no cleaning");
    require(mostSources >= 1, "mostSources", mostSources, "must be at least 1");
  }

  /**
   * 1.5 sigma, 5 pixels, the pyramid kernel, 32 levels, contrast 0.005, cleaning 1, no saturation,
   * a million sources.
   */
  public static DetectionSettings defaults() {
    return new DetectionSettings(1.5, 5, Kernel.pyramid(), 32, 0.005, 1.0, Double.NaN, 1_000_000);
  }

  /** These with another saturation level. */
  public DetectionSettings withSaturationLevel(double level) {
    return new DetectionSettings(
        threshold,
        minArea,
        kernel,
        deblendLevels,
        deblendContrast,
        cleanParameter,
        level,
        mostSources);
  }

  /** These with other deblending. */
  public DetectionSettings withDeblending(int levels, double contrast) {
    return new DetectionSettings(
        threshold, minArea, kernel, levels, contrast, cleanParameter, saturationLevel, mostSources);
  }

  /** These with another cleaning parameter. */
  public DetectionSettings withCleaning(double parameter) {
    return new DetectionSettings(
        threshold,
        minArea,
        kernel,
        deblendLevels,
        deblendContrast,
        parameter,
        saturationLevel,
        mostSources);
  }

  private static void require(boolean holds, String name, double value, String remedy) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + ": " + remedy);
    }
  }
}
