package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What an overscan (or a bias) section says of its amplifier. All in the image's unit.
 *
 * @param level median, clipped at 3 sigma; NaN if no pixel is good
 * @param noise standard deviation of the pixels about their row's median, corrected for the degree
 *     of freedom it takes: an estimate of the read noise
 * @param perRow slope of the rows' medians, unit per row
 * @param perRowError its standard error
 * @param rowScatter scatter of the rows' medians about that slope
 * @param pixels good ones used
 */
@ProviderType
public record Overscan(
    double level, double noise, double perRow, double perRowError, double rowScatter, long pixels) {

  /** Measures one section of an image. */
  public static Overscan measure(PixelRows image, Section section) {
    throw new UnsupportedOperationException();
  }

  /** Whether the level drifts along the rows: a slope of 5 standard errors. */
  public boolean isDrifting() {
    return Math.abs(perRow) > 5 * perRowError;
  }
}
