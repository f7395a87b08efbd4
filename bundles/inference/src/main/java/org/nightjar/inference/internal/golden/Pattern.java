package org.nightjar.inference.internal.golden;

import java.util.List;
import org.nightjar.api.inference.Tensor;

/**
 * Numbers made by a rule, so that a small manifest can carry images of any size. Only integer
 * arithmetic, sums, products and quotients are used: every machine and language gets the same bits.
 *
 * <p>Element i of n, in double precision, rounded to single at the end, where u(s, i) is the top 24
 * bits of SplitMix64's output number i + 1 from seed s, times 2^-24:
 *
 * <ul>
 *   <li>noise: {@code low + (high - low) u(seed, i)}
 *   <li>ramp: {@code low + (high - low) i / max(1, n - 1)}
 *   <li>peak: noise {@code + height / (1 + r^2 / width^2)^2}, r the distance in pixels from the
 *       middle of the image, ({@code (rows - 1) / 2}, {@code (columns - 1) / 2})
 * </ul>
 *
 * and NaN wherever {@code u(~seed, i) < nan}.
 *
 * @param rule which rule
 * @param shape shape of the numbers
 * @param seed seed
 * @param low lower end
 * @param high upper end
 * @param height height of the peak
 * @param width width of the peak in pixels
 * @param nan fraction of NaN, 0 to 1
 */
public record Pattern(
    Rule rule,
    List<Integer> shape,
    long seed,
    double low,
    double high,
    double height,
    double width,
    double nan)
    implements Numbers {

  /** A rule. */
  public enum Rule {
    /** Uniform in the range. */
    NOISE,
    /** From one end to the other. */
    RAMP,
    /** Noise with a star in the middle. */
    PEAK
  }

  /** Copies the shape. */
  public Pattern {
    shape = List.copyOf(shape);
  }

  @Override
  public Tensor tensor() {
    int[] extents = shape.stream().mapToInt(Integer::intValue).toArray();
    int size = 1;
    for (int extent : extents) {
      size = Math.multiplyExact(size, extent);
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = uniform(~seed, i) < nan ? Float.NaN : (float) value(i, size, extents);
    }
    return Tensor.of(values, extents);
  }

  private double value(int index, int size, int[] extents) {
    if (rule == Rule.RAMP) {
      return low + (high - low) * index / Math.max(1, size - 1);
    }
    double noise = low + (high - low) * uniform(seed, index);
    if (rule == Rule.NOISE) {
      return noise;
    }
    int columns = extents[extents.length - 1];
    int row = index / columns;
    double y = row - (size / columns - 1) / 2.0;
    double x = index % columns - (columns - 1) / 2.0;
    double wing = 1 + (x * x + y * y) / (width * width);
    return noise + height / (wing * wing);
  }

  // Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
  private static double uniform(long seed, int index) {
    long z = seed + (index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 40) * 0x1p-24;
  }
}
