package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What a frame has to do with the one before it.
 *
 * @param kind in one word
 * @param dx where pixel (x, y) of the earlier frame went: to (x + dx, y + dy), pixels; NaN where
 *     nothing matches
 * @param dy likewise
 * @param noiseCorrelation of the noise, smooth light taken off, at the best of the shifts tried, -1
 *     to 1: near 0 for two exposures, near 1 for copies; NaN where it cannot be told
 * @param matched sources that match after the shift
 * @param sources that could have
 */
@ProviderType
public record FrameComparison(
    Kind kind, double dx, double dy, double noiseCorrelation, int matched, int sources) {

  /** What one frame can be to another. */
  public enum Kind {
    /** Every pixel has the same value. */
    IDENTICAL,
    /** The same noise in the same place: the same readout, processed or scaled otherwise. */
    SAME_READOUT,
    /**
     * The same noise elsewhere: the same readout, shifted by whole pixels; by more than 24 only
     * where sources tell how far.
     */
    SHIFTED_READOUT,
    /** Another exposure of the same sky, within a pixel. */
    SAME_POINTING,
    /** Another exposure of the same sky, (dx, dy) away. */
    SHIFTED_POINTING,
    /** Nothing matches. */
    DIFFERENT,
    /** Sizes differ, or there is too little to tell. */
    UNKNOWN
  }

  /** Compares a frame with the one before. */
  public static FrameComparison of(FrameFingerprint now, FrameFingerprint before) {
    if (!now.hasSizeOf(before)) {
      return new FrameComparison(Kind.UNKNOWN, Double.NaN, Double.NaN, Double.NaN, 0, 0);
    }
    if (now.hasPixelsOf(before)) {
      int sources = now.sources();
      return new FrameComparison(Kind.IDENTICAL, 0, 0, 1, sources, sources);
    }
    return new FrameMatch(now, before).compared();
  }
}
