package org.nightjar.image;

import java.util.List;
import org.nightjar.image.internal.detection.DetectionRows;
import org.nightjar.image.internal.detection.DetectionRules;
import org.nightjar.image.internal.detection.Detector;
import org.nightjar.image.internal.rows.RowVisitor;
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
    Search search = new Search(image.width(), image.height(), background, settings);
    SkyPass.run(image, background, List.of(search.rows()));
    return search.result();
  }

  /** A detection whose rows come from elsewhere; the background must have a noise. */
  static final class Search {

    private final double threshold;
    private final Detector detector;
    private final DetectionRows rows;
    private final Description description;

    Search(int width, int height, BackgroundMesh background, DetectionSettings settings) {
      this.threshold =
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
      this.detector = new Detector(width, threshold, settings.saturationLevel(), rules);
      Kernel kernel = settings.kernel();
      this.rows = new DetectionRows(kernel.weights(), kernel.side(), width, detector);
      this.description = new Description(width, height);
    }

    RowVisitor rows() {
      return rows;
    }

    SourceList result() {
      int beforeCleaning = detector.end();
      List<Source> sources = detector.sources().stream().map(description::of).toList();
      return new SourceList(sources, beforeCleaning, threshold, !detector.overflowed());
    }
  }
}
