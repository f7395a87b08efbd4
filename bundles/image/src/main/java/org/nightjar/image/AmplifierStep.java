package org.nightjar.image;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What changes where two amplifiers meet.
 *
 * @param first the left or upper section
 * @param second the right or lower one
 * @param acrossColumns whether the boundary is between two columns, else between two rows
 * @param boundary first column (or row) of the second
 * @param step level of the second less that of the first at the boundary, in the image's unit: the
 *     median over the boundary's length of differences between the pixels close to it, each side
 *     continued to the boundary by its own slope; NaN without good pixels
 * @param error standard error of the step
 * @param firstNoise noise per pixel near the boundary, robust, free of stars and slopes: from
 *     differences of neighbouring pixels
 * @param secondNoise likewise
 */
@ProviderType
public record AmplifierStep(
    Section first,
    Section second,
    boolean acrossColumns,
    int boundary,
    double step,
    double error,
    double firstNoise,
    double secondNoise) {

  /** The step's absolute value over its error; 0 for no step in a noiseless image. */
  public double significance() {
    return step == 0 ? 0 : Math.abs(step) / error;
  }

  /** The larger noise over the smaller; NaN where either is not above 0. */
  public double noiseRatio() {
    double least = Math.min(firstNoise, secondNoise);
    return least > 0 ? Math.max(firstNoise, secondNoise) / least : Double.NaN;
  }

  /**
   * At every boundary that two of the sections share, side by side or one below the other.
   *
   * @param sections amplifiers, or the parts of the image they read; at most 1024
   */
  public static List<AmplifierStep> between(PixelRows image, List<Section> sections) {
    throw new UnsupportedOperationException();
  }

  /**
   * Where amplifiers usually meet: at the middle column and at the middle row. Of an image less
   * than 32 pixels wide (high) there is none.
   */
  public static List<AmplifierStep> atHalves(PixelRows image) {
    throw new UnsupportedOperationException();
  }
}
