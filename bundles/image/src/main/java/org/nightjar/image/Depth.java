package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * How faint a star an image shows, and how bright its sky is, where the zero point is known.
 *
 * <p>A magnitude is zeroPoint - 2.5 log10(counts of the whole exposure). A star measured with its
 * own profile for weight, a Gaussian of the seeing, has the noise of Neff pixels, Neff = 4 pi
 * sigma^2 = 4 pi (FWHM / 2.3548)^2 (King 1983, PASP 95, 163); so the limit is zeroPoint - 2.5
 * log10(n noise sqrt(Neff)). Noise of the star itself plays no part at the limit.
 *
 * @param limitingMagnitude of a point source; NaN where it cannot be told
 * @param skyBrightness magnitudes per square arcsecond; NaN where it cannot be told, as where the
 *     background has been subtracted
 */
@ProviderType
public record Depth(double limitingMagnitude, double skyBrightness) {

  private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

  /**
   * Of an image.
   *
   * @param zeroPoint magnitude of a source of 1 count in the exposure (of a zero point for 1 count
   *     per second, add 2.5 log10 of the exposure time)
   * @param background level of the sky, counts per pixel, bias taken off
   * @param noise standard deviation of a pixel, counts
   * @param fwhm seeing, pixels
   * @param pixelScale arcseconds per pixel
   * @param sigmas at which a star counts as seen, usually 5
   */
  public static Depth of(
      double zeroPoint,
      double background,
      double noise,
      double fwhm,
      double pixelScale,
      double sigmas) {
    double sigma = fwhm / FWHM_PER_SIGMA;
    double pixels = 4 * Math.PI * sigma * sigma;
    return new Depth(
        magnitude(zeroPoint, sigmas * noise * Math.sqrt(pixels)),
        magnitude(zeroPoint, background / (pixelScale * pixelScale)));
  }

  private static double magnitude(double zeroPoint, double counts) {
    double magnitude = counts > 0 ? zeroPoint - 2.5 * Math.log10(counts) : Double.NaN;
    return Double.isInfinite(magnitude) ? Double.NaN : magnitude;
  }
}
