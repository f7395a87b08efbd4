package org.nightjar.imaging.internal;

import org.nightjar.image.BackgroundSettings;
import org.nightjar.image.DefectSettings;
import org.nightjar.image.DetectionSettings;
import org.nightjar.image.Kernel;

/**
 * How a detector is measured.
 *
 * @param background how its background is
 * @param detection how its sources are found, saturation aside
 * @param deadSigmas how far below the background a pixel is dead
 * @param hotSigmas how far above the background a lone pixel is hot
 * @param preview whether a picture is made
 */
record Recipe(
    BackgroundSettings background,
    DetectionSettings detection,
    double deadSigmas,
    double hotSigmas,
    boolean preview) {

  static Recipe of(ImagingSettings settings) {
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
        settings.preview());
  }

  /**
   * What counts as a defect in a detector.
   *
   * @param wholeNumbers whether its pixels are: then zero is a value like any other
   */
  DefectSettings defects(double saturation, boolean wholeNumbers) {
    return new DefectSettings(saturation, deadSigmas, !wholeNumbers, hotSigmas);
  }
}
