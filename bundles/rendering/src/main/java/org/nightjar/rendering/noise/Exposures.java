package org.nightjar.rendering.noise;

import org.nightjar.rendering.light.Magnitude;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Exposures of one length that are added up, and the sky behind them.
 *
 * <p>Source: S. B. Howell, Handbook of CCD Astronomy (2006), section 4.4.
 *
 * @param seconds of one exposure, above 0
 * @param count how many, at least 1 (a mean over a survey need not be whole)
 * @param zeroPoint magnitude of one electron per second
 * @param skyMagnitude of the sky, mag/arcsec^2; infinite: none
 * @param pixelScale arcsec, above 0
 * @param readNoise e- of one pixel and exposure, at least 0
 * @param darkRate e-/s of one pixel, at least 0
 */
@ProviderType
public record Exposures(
    double seconds,
    double count,
    double zeroPoint,
    double skyMagnitude,
    double pixelScale,
    double readNoise,
    double darkRate) {
  /** Checks the ranges. */
  public Exposures {
    if (!(seconds > 0 && count >= 1 && pixelScale > 0 && readNoise >= 0 && darkRate >= 0)
        || !Double.isFinite(seconds * count * zeroPoint * readNoise * darkRate)
        || Double.isNaN(skyMagnitude)) {
      throw new IllegalArgumentException(
          count
              + " exposures of "
              + seconds
              + " s with a read noise of "
              + readNoise
              + " e-: at least one, longer than 0, a read noise of at least 0");
    }
  }

  /** All seconds together. */
  public double totalSeconds() {
    return seconds * count;
  }

  /** Electrons per second of a magnitude. */
  public double rate(double magnitude) {
    return new Magnitude(zeroPoint).rate(magnitude);
  }

  /** Electrons per second of the sky on a pixel. */
  public double skyRate() {
    return rate(skyMagnitude) * pixelScale * pixelScale;
  }

  /**
   * Variance of a pixel, (e-/s)^2: (f + sky + dark)/T + N RN^2/T^2.
   *
   * @param rate f, e-/s
   */
  public double variance(double rate) {
    double total = totalSeconds();
    return (rate + skyRate() + darkRate) / total + count * readNoise * readNoise / (total * total);
  }

  /** Standard deviation of a pixel without a source, e-/s. */
  public double backgroundNoise() {
    return Math.sqrt(variance(0));
  }
}
