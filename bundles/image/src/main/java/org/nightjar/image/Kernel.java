package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A detection filter: a small square of weights whose sum is 1.
 *
 * <p>The image is correlated with it. Outside the image there is nothing; a bad pixel spoils all
 * pixels within the kernel's reach, which are then not detected.
 */
@ProviderType
public final class Kernel {

  private static final int LARGEST_SIDE = 31;

  private final float[] weights;
  private final int side;

  private Kernel(float[] weights, int side) {
    this.weights = weights;
    this.side = side;
  }

  /**
   * A kernel of any weights, which are divided by their sum.
   *
   * @param weights row-major, side x side, side odd and at most 31; finite, with a sum above 0
   * @throws IllegalArgumentException otherwise
   */
  public static Kernel of(double... weights) {
    int side = (int) Math.round(Math.sqrt(weights.length));
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    if (side * side != weights.length
        || side % 2 == 0
        || side > LARGEST_SIDE
        || !(sum > 0)
        || Double.isInfinite(sum)) {
      throw new IllegalArgumentException(
          "a kernel of "
              + weights.length
              + " weights with sum "
              + sum
              + ": needs an odd square of them, at most 31 x 31, finite, with a sum above 0");
    }
    float[] normalised = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      normalised[i] = (float) (weights[i] / sum);
    }
    return new Kernel(normalised, side);
  }

  /** 1 2 1 / 2 4 2 / 1 2 1, for images with a seeing near 2 pixels: the default of SExtractor. */
  public static Kernel pyramid() {
    return of(1, 2, 1, 2, 4, 2, 1, 2, 1);
  }

  /** No filtering. */
  public static Kernel none() {
    return of(1);
  }

  /** Pixels along a side, odd. */
  public int side() {
    return side;
  }

  /** The weights, row-major; a copy. */
  public float[] weights() {
    return weights.clone();
  }
}
