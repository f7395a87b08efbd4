package org.nightjar.image;

import java.util.Arrays;
import java.util.List;
import org.nightjar.image.internal.detection.DetectionRules;
import org.nightjar.image.internal.detection.Detector;
import org.nightjar.image.internal.detection.FilteredRows;
import org.nightjar.image.internal.statistics.GoodPixel;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds sources as SExtractor documents it (Bertin & Arnouts 1996, A&AS 117, 393): subtract the
 * background, filter, keep 8-connected regions above a multiple of the global noise, split them on
 * rising thresholds, drop what is only the halo of something brighter.
 *
 * <p>Reads each row once. Memory grows with the regions still growing and the sources found, not
 * with the image.
 */
@ProviderType
public final class SourceDetection {

  /** A float keeps 24 bits: below this part of the background a difference is rounding. */
  private static final double ROUNDING = 0x1p-21;

  private SourceDetection() {}

  /**
   * Finds the sources of an image.
   *
   * @param background measured on the same image
   * @return none if the image has no good pixel
   */
  public static SourceList detect(
      PixelRows image, BackgroundMesh background, DetectionSettings settings) {
    ImageSize.check(image.width(), image.height(), Integer.MAX_VALUE);
    if (Double.isNaN(background.globalRms())) {
      return new SourceList(List.of(), 0, Double.NaN, true);
    }
    double threshold =
        Math.max(
            settings.threshold() * background.globalRms(),
            ROUNDING * Math.abs(background.globalBackground()));
    DetectionRules rules =
        new DetectionRules(
            settings.minArea(),
            settings.deblendLevels(),
            settings.deblendContrast(),
            settings.cleanParameter(),
            settings.mostSources());
    Detector detector = new Detector(image.width(), threshold, rules);
    feed(image, background.map(), settings, detector);
    int beforeCleaning = detector.end();
    Description description = new Description(image.width(), image.height());
    List<Source> sources = detector.sources().stream().map(description::of).toList();
    return new SourceList(sources, beforeCleaning, threshold, !detector.overflowed());
  }

  private static void feed(
      PixelRows image, BackgroundMap map, DetectionSettings settings, Detector detector) {
    int width = image.width();
    int height = image.height();
    int half = settings.kernel().side() / 2;
    FilteredRows rows =
        new FilteredRows(settings.kernel().weights(), settings.kernel().side(), width);
    float[] sky = new float[width];
    float[] filtered = new float[width];
    float[] saturation = new float[width];
    for (int y = 0; y < height + half; y++) {
      if (y < height) {
        float[] row = rows.next();
        image.readRow(y, row);
        map.backgroundRow(y, width, sky);
        for (int x = 0; x < width; x++) {
          row[x] = GoodPixel.is(row[x]) ? row[x] - sky[x] : Float.NaN;
        }
        rows.push();
      } else {
        rows.pushNothing();
      }
      int ready = y - half;
      if (ready >= 0) {
        rows.filter(ready, filtered);
        saturationAbove(map, settings.saturationLevel(), ready, width, saturation);
        detector.add(filtered, rows.plain(ready), saturation);
      }
    }
  }

  /** A level that is NaN is never reached. */
  private static void saturationAbove(
      BackgroundMap map, double level, int y, int width, float[] into) {
    if (Double.isNaN(level)) {
      Arrays.fill(into, Float.NaN);
      return;
    }
    map.backgroundRow(y, width, into);
    for (int x = 0; x < width; x++) {
      into[x] = (float) level - into[x];
    }
  }
}
