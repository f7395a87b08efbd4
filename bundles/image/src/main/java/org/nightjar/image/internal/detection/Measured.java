package org.nightjar.image.internal.detection;

/**
 * A source as measured; positions in zero-based pixels, fluxes and peaks above the background.
 *
 * @param ellipse moments of the filtered pixels, regular
 * @param flux sum of the plain pixels
 * @param peak highest plain pixel
 * @param limit the filtered pixel whose rank is the least area: the highest threshold that would
 *     still find the source
 * @param coreVariance variance per axis of the Gaussian that fits the core, 0 if none does
 * @param saturated pixels at or above the saturation level
 * @param blended whether its region holds other sources too
 * @param truncated whether its region was too large to be kept whole
 */
public record Measured(
    Moments ellipse,
    double flux,
    double peak,
    double limit,
    double coreVariance,
    int area,
    Box box,
    int saturated,
    boolean blended,
    boolean truncated) {

  /** The first and the last column and row of its pixels. */
  public record Box(int left, int top, int right, int bottom) {}
}
