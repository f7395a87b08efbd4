package org.nightjar.image;

import java.util.ArrayList;
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
 *     continued to the boundary by its own slope and curvature; NaN without good pixels
 * @param error standard error of the step, at least the rounding of floats; NaN of a boundary with
 *     fewer than 32 good lines across, which do not tell it
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

  private static final int MOST_SECTIONS = 1024;
  private static final double LEAST_SIGNIFICANCE = 5;
  private static final double LEAST_OF_NOISE = 0.05;

  /** The step's absolute value over its error; 0 for no step in a noiseless image. */
  public double significance() {
    return step == 0 ? 0 : Math.abs(step) / error;
  }

  /** Whether there is a step: 5 standard errors, and a twentieth of the smaller noise. */
  public boolean isStep() {
    return significance() >= LEAST_SIGNIFICANCE
        && Math.abs(step) >= LEAST_OF_NOISE * Math.min(firstNoise, secondNoise);
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
    if (sections.size() > MOST_SECTIONS) {
      throw new IllegalArgumentException(
          sections.size() + " sections: at most " + MOST_SECTIONS + " are compared");
    }
    for (Section section : sections) {
      section.checkWithin(image);
    }
    List<AmplifierStep> steps = new ArrayList<>();
    for (Section first : sections) {
      for (Section second : sections) {
        Boundary.between(first, second).ifPresent(edge -> steps.add(edge.measure(image)));
      }
    }
    return steps;
  }

  /**
   * Where amplifiers usually meet: at the middle column and at the middle row. Of an image less
   * than 32 pixels wide (high) there is none.
   */
  public static List<AmplifierStep> atHalves(PixelRows image) {
    int width = image.width();
    int height = image.height();
    List<AmplifierStep> steps = new ArrayList<>();
    if (width >= 2) {
      steps.addAll(
          between(
              image,
              List.of(
                  new Section(0, 0, width / 2, height), new Section(width / 2, 0, width, height))));
    }
    if (height >= 2) {
      steps.addAll(
          between(
              image,
              List.of(
                  new Section(0, 0, width, height / 2),
                  new Section(0, height / 2, width, height))));
    }
    return steps;
  }
}
