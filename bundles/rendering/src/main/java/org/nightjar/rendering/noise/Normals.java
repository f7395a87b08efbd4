package org.nightjar.rendering.noise;

import java.util.random.RandomGenerator;

/**
 * Normal numbers by the ziggurat of 256 layers. A number takes 32 random bits: 8 say the layer, 24
 * the place, other ones than those (using the same ones twice is what spoils the original).
 *
 * <p>Sources: G. Marsaglia and W. W. Tsang, J. Stat. Softw. 5 (2000), 8; J. A. Doornik, An improved
 * ziggurat method (2005).
 */
final class Normals {
  private static final int LAYERS = 256;
  private static final double EDGE = 3.6541528853610088;
  private static final double AREA = 0.00492867323399;
  private static final int PLACES = 1 << 23;
  private static final double OPEN = 0x1.0p-53;

  /** Right ends of the layers, the lowest (with the tail) first, 0 last. */
  private static final double[] ENDS = ends();

  private static final double[] WIDTHS = widths();

  /** Places that lie under the curve whatever the height. */
  private static final int[] SAFE = safe();

  private final RandomGenerator random;
  private long bits;
  private boolean spare;

  Normals(RandomGenerator random) {
    this.random = random;
  }

  double next() {
    while (true) {
      int word = word();
      int layer = word & (LAYERS - 1);
      int place = word >> 8;
      double x = place * WIDTHS[layer];
      if (Math.abs(place) < SAFE[layer]) {
        return x;
      }
      if (layer == 0) {
        return place < 0 ? -tail() : tail();
      }
      double low = density(ENDS[layer]);
      double high = density(ENDS[layer + 1]);
      if (low + uniform() * (high - low) < density(x)) {
        return x;
      }
    }
  }

  private int word() {
    if (spare) {
      spare = false;
      return (int) (bits >>> 32);
    }
    bits = random.nextLong();
    spare = true;
    return (int) bits;
  }

  private double uniform() {
    return ((random.nextLong() >>> 11) + 0.5) * OPEN;
  }

  private double tail() {
    while (true) {
      double x = -StrictMath.log(uniform()) / EDGE;
      double y = -StrictMath.log(uniform());
      if (2 * y > x * x) {
        return EDGE + x;
      }
    }
  }

  private static double density(double x) {
    return StrictMath.exp(-0.5 * x * x);
  }

  private static double[] ends() {
    double[] ends = new double[LAYERS + 1];
    ends[0] = AREA / density(EDGE);
    ends[1] = EDGE;
    for (int i = 2; i < LAYERS; i++) {
      double height = AREA / ends[i - 1] + density(ends[i - 1]);
      ends[i] = StrictMath.sqrt(-2 * StrictMath.log(height));
    }
    return ends;
  }

  private static double[] widths() {
    double[] widths = new double[LAYERS];
    for (int i = 0; i < LAYERS; i++) {
      widths[i] = ENDS[i] / PLACES;
    }
    return widths;
  }

  private static int[] safe() {
    int[] safe = new int[LAYERS];
    for (int i = 0; i < LAYERS; i++) {
      safe[i] = (int) (ENDS[i + 1] / ENDS[i] * PLACES);
    }
    return safe;
  }
}
