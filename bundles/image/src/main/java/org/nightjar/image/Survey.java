package org.nightjar.image;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.nightjar.image.internal.detection.SharpRows;
import org.nightjar.image.internal.rows.RowVisitor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Everything that takes a look at every pixel of a science image, in one pass: the same results as
 * {@link SourceDetection#detect}, {@link PixelDefects#count}, {@link CosmicRays#find}, {@link
 * Streaks#find} and {@link FrameFingerprint#of} one after the other, for about half of the time, as
 * rows are read and the background is taken off but once.
 *
 * @param sources of the image
 * @param defects of the image
 * @param defectRows which rows have pixels that {@code defects} counts
 * @param cosmicRays of the image
 * @param streaks of the image
 * @param fingerprint of the image
 */
@ProviderType
public record Survey(
    SourceList sources,
    PixelDefects defects,
    BitSet defectRows,
    CosmicRays cosmicRays,
    Streaks streaks,
    FrameFingerprint fingerprint) {

  /** Copies the rows. */
  public Survey {
    defectRows = (BitSet) defectRows.clone();
  }

  /** A copy. */
  @Override
  public BitSet defectRows() {
    return (BitSet) defectRows.clone();
  }

  /** Surveys an image whose background has been measured. */
  public static Survey of(PixelRows image, BackgroundMesh background, SurveySettings settings) {
    int width = image.width();
    int height = image.height();
    double saturation = settings.detection().saturationLevel();
    DefectCount defects = new DefectCount(background, settings.defects());
    SharpRows sharp = CosmicRays.rows(width, saturation, settings.cosmicRays());
    StreakSearch streaks = new StreakSearch(image, background, settings.streaks());
    FingerprintRows fingerprint = new FingerprintRows(width, height);
    List<RowVisitor> visitors =
        new ArrayList<>(List.of(defects, sharp, streaks.rows(), fingerprint));
    boolean searched = !Double.isNaN(background.globalRms());
    SourceDetection.Search search = null;
    if (searched) {
      search = new SourceDetection.Search(width, height, background, settings.detection());
      visitors.add(search.rows());
    }
    SkyPass.run(image, background, visitors);
    SourceList sources =
        searched ? search.result() : new SourceList(List.of(), 0, Double.NaN, true);
    return new Survey(
        sources,
        defects.result(),
        defects.rows(),
        CosmicRays.of(sharp),
        streaks.result(sources),
        fingerprint.with(sources));
  }
}
