package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * How an image is surveyed.
 *
 * @param detection of sources; its saturation level counts for cosmic rays too
 * @param defects what counts as one
 * @param cosmicRays what counts as one
 * @param streaks what counts as one
 */
@ProviderType
public record SurveySettings(
    DetectionSettings detection,
    DefectSettings defects,
    CosmicRaySettings cosmicRays,
    StreakSettings streaks) {

  /** The defaults of each. */
  public static SurveySettings defaults() {
    return new SurveySettings(
        DetectionSettings.defaults(),
        DefectSettings.defaults(),
        CosmicRaySettings.defaults(),
        StreakSettings.defaults());
  }

  /** These with another saturation level, NaN for none. */
  public SurveySettings withSaturationLevel(double level) {
    return new SurveySettings(
        detection.withSaturationLevel(level),
        defects.withSaturationLevel(level),
        cosmicRays,
        streaks);
  }
}
