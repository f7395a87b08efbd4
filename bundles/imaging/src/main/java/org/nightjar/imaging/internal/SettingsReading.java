package org.nightjar.imaging.internal;

import static org.nightjar.imaging.internal.frame.FrameType.DARK;
import static org.nightjar.imaging.internal.frame.FrameType.FLAT;
import static org.nightjar.imaging.internal.frame.FrameType.FOCUS;
import static org.nightjar.imaging.internal.frame.FrameType.SCIENCE;

import java.util.List;
import org.nightjar.image.BackgroundSettings;
import org.nightjar.image.CosmicRaySettings;
import org.nightjar.image.DetectionSettings;
import org.nightjar.image.Kernel;
import org.nightjar.image.StreakSettings;
import org.nightjar.imaging.internal.judge.UsualLimit;
import org.nightjar.imaging.internal.measure.Quantity;
import org.nightjar.imaging.internal.measure.Recipe;

/**
 * What follows from the settings.
 *
 * @param recipe how detectors are measured
 * @param limits where the profile sets none
 * @param comparing whether frames are compared with those before
 * @param preview whether pictures are made
 * @param mask whether masks are made
 */
record SettingsReading(
    Recipe recipe, List<UsualLimit> limits, boolean comparing, boolean preview, boolean mask) {

  private static final int MOST_COSMIC_RAYS = 1000;
  private static final int MOST_STREAKS = 20;

  /** Refuses settings that cannot be. */
  static SettingsReading of(ImagingSettings settings) {
    return new SettingsReading(
        recipe(settings),
        limits(settings),
        settings.compareWithPrevious(),
        settings.preview(),
        settings.mask());
  }

  private static Recipe recipe(ImagingSettings settings) {
    return new Recipe(
        new BackgroundSettings(settings.meshSize(), settings.meshSize(), settings.meshFilter()),
        new DetectionSettings(
            settings.threshold(),
            settings.minArea(),
            Kernel.pyramid(),
            settings.deblendLevels(),
            settings.deblendContrast(),
            settings.cleanParameter(),
            Double.NaN,
            settings.mostSources()),
        settings.deadSigmas(),
        settings.hotSigmas(),
        new CosmicRaySettings(
            settings.cosmicRaySigmas(), settings.cosmicRayContrast(), MOST_COSMIC_RAYS),
        new StreakSettings(settings.streakSigmas(), settings.streakLength(), MOST_STREAKS),
        settings.limitSigmas());
  }

  private static List<UsualLimit> limits(ImagingSettings settings) {
    return List.of(
        UsualLimit.fraction(
            Quantity.BLANK_FRACTION,
            settings.questionableBlankFraction(),
            settings.junkBlankFraction()),
        UsualLimit.fraction(
            Quantity.MASKED_FRACTION,
            settings.questionableMaskedFraction(),
            settings.junkMaskedFraction()),
        UsualLimit.fraction(
            Quantity.SATURATED_FRACTION,
            settings.questionableSaturatedFraction(),
            settings.junkSaturatedFraction()),
        UsualLimit.fraction(
            Quantity.DEAD_FRACTION,
            settings.questionableDeadFraction(),
            settings.junkDeadFraction()),
        UsualLimit.least(Quantity.SOURCES, settings.fewestSources(), SCIENCE, FOCUS),
        UsualLimit.most(Quantity.BACKGROUND, settings.mostBackground(), SCIENCE),
        UsualLimit.most(Quantity.SEEING_ARCSEC, settings.mostSeeingArcsec(), SCIENCE),
        UsualLimit.most(Quantity.SEEING, settings.mostSeeing(), SCIENCE),
        UsualLimit.most(Quantity.ELLIPTICITY, settings.mostEllipticity(), SCIENCE),
        UsualLimit.most(Quantity.ELONGATION, settings.mostElongation(), SCIENCE),
        UsualLimit.most(Quantity.RELATIVE_GRADIENT, settings.mostGradient(), SCIENCE),
        UsualLimit.most(Quantity.STREAK_FRACTION, settings.mostStreakFraction(), SCIENCE),
        UsualLimit.most(Quantity.HOT_FRACTION, settings.mostHotFraction(), DARK),
        UsualLimit.most(
            Quantity.AMPLIFIER_NOISE_RATIO,
            settings.mostAmplifierNoiseRatio(),
            SCIENCE,
            FOCUS,
            DARK),
        UsualLimit.least(Quantity.UNIFORMITY, settings.leastUniformity(), FLAT));
  }
}
