package org.nightjar.imaging.internal.measure;

import org.nightjar.image.BackgroundSettings;
import org.nightjar.image.CosmicRaySettings;
import org.nightjar.image.DefectSettings;
import org.nightjar.image.DetectionSettings;
import org.nightjar.image.StreakSettings;
import org.nightjar.image.SurveySettings;

/**
 * How a detector is measured.
 *
 * @param background how its background is
 * @param detection how its sources are found, saturation aside
 * @param deadSigmas how far below the background a pixel is dead
 * @param hotSigmas how far above the background a lone pixel is hot
 * @param cosmicRays what is sharper than a star
 * @param streaks what counts as one
 * @param limitSigmas at how much noise a star counts as seen, for the limiting magnitude
 */
public record Recipe(
    BackgroundSettings background,
    DetectionSettings detection,
    double deadSigmas,
    double hotSigmas,
    CosmicRaySettings cosmicRays,
    StreakSettings streaks,
    double limitSigmas) {

  /**
   * What is looked for in one detector.
   *
   * @param saturation level from which its pixels are saturated; NaN if nobody says
   * @param wholeNumbers whether its pixels are: then zero is a value like any other
   */
  SurveySettings survey(double saturation, boolean wholeNumbers) {
    return new SurveySettings(
            detection,
            new DefectSettings(saturation, deadSigmas, !wholeNumbers, hotSigmas),
            cosmicRays,
            streaks)
        .withSaturationLevel(saturation);
  }
}
