package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Everything that takes a look at every pixel of a science image, in one pass: the same results as
 * {@link SourceDetection#detect}, {@link PixelDefects#count}, {@link CosmicRays#find}, {@link
 * Streaks#find} and {@link FrameFingerprint#of} one after the other, for about half of the time, as
 * rows are read and the background is taken off but once.
 *
 * @param sources of the image
 * @param defects of the image
 * @param cosmicRays of the image
 * @param streaks of the image
 * @param fingerprint of the image
 */
@ProviderType
public record Survey(
    SourceList sources,
    PixelDefects defects,
    CosmicRays cosmicRays,
    Streaks streaks,
    FrameFingerprint fingerprint) {

  /** Surveys an image whose background has been measured. */
  public static Survey of(PixelRows image, BackgroundMesh background, SurveySettings settings) {
    throw new UnsupportedOperationException();
  }
}
