package org.nightjar.rendering.noise;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns light into counts: Poisson numbers of electrons of source, sky and dark current (exact
 * below 1000 e-, normal above), read noise, full wells, and whole numbers if they are asked for;
 * then the mean of sky and dark current is taken off.
 *
 * <p>The sum of a coadd is rounded once. A full well is that of each exposure; the light of a pixel
 * is taken to be the same in all of them.
 *
 * @param exposures how it is exposed
 * @param gain e- per ADU, above 0
 * @param fullWell most electrons of a pixel in one exposure, above 0; infinite: no limit
 * @param unit what comes out
 */
@ProviderType
public record Detector(Exposures exposures, double gain, double fullWell, Unit unit) {
  /** What comes out. */
  public enum Unit {
    /** Electrons per second, not rounded. */
    ELECTRONS_PER_SECOND,
    /** Units of the converter, summed over the exposures; rounded before the sky is taken off. */
    ADU
  }

  private static final double EXACT_BELOW = 1000;

  /** Checks the ranges. */
  public Detector {
    if (!(gain > 0) || !(fullWell > 0) || Double.isInfinite(gain)) {
      throw new IllegalArgumentException(
          "a gain of " + gain + " e-/ADU and a full well of " + fullWell + " e-: both above 0");
    }
  }

  /**
   * Makes an exposure.
   *
   * @param rates light of the sources, e-/s per pixel; below 0 counts as 0
   * @param random where randomness comes from
   * @param out what comes out; may be the same array
   * @param variance what is expected, in the square of the unit of {@code out}; empty if not wanted
   */
  public void expose(float[] rates, RandomGenerator random, float[] out, float[] variance) {
    double total = exposures.totalSeconds();
    double background = (exposures.skyRate() + exposures.darkRate()) * total;
    double readVariance = exposures.count() * exposures.readNoise() * exposures.readNoise();
    double well = fullWell * exposures.count();
    boolean plain = unit == Unit.ELECTRONS_PER_SECOND;
    double scale = plain ? 1 / total : 1 / gain;
    float scaleSquared = (float) (scale * scale);
    double rounding = plain ? 0 : gain * gain / 12;
    Normals normals = new Normals(random);
    Counts counts = new Counts(random);
    for (int i = 0; i < rates.length; i++) {
      double mean = Math.max(0, rates[i]) * total + background;
      double electrons;
      if (mean < EXACT_BELOW) {
        electrons = counts.draw(mean);
        electrons = Math.min(electrons, well) + Math.sqrt(readVariance) * normals.next();
      } else if (mean < 0.5 * well) {
        electrons = mean + Math.sqrt(mean + readVariance) * normals.next();
      } else {
        electrons = Math.min(mean + Math.sqrt(mean) * normals.next(), well);
        electrons += Math.sqrt(readVariance) * normals.next();
      }
      out[i] = (float) ((plain ? electrons : rounded(electrons)) * scale - background * scale);
      if (variance.length > 0) {
        variance[i] = (float) (mean + readVariance + rounding) * scaleSquared;
      }
    }
  }

  /** Whether a pixel of this rate fills its well, as far as the mean goes. */
  public boolean saturates(double rate) {
    double one = exposures.seconds() * (rate + exposures.skyRate() + exposures.darkRate());
    return one >= fullWell;
  }

  private double rounded(double electrons) {
    return Math.rint(electrons / gain) * gain;
  }
}
