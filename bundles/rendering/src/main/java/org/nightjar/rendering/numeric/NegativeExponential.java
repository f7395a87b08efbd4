package org.nightjar.rendering.numeric;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The exponential function for what fades: a table of 2^(i/64) and a polynomial of the fourth
 * degree. Relative error below 1e-11 for arguments of -700 to 700; below that 0.
 */
@ProviderType
public final class NegativeExponential {
  private static final int BITS = 6;
  private static final int SIZE = 1 << BITS;
  private static final double PER_STEP = SIZE / Math.log(2);
  private static final double STEP = Math.log(2) / SIZE;

  /** Makes every number that is cast to an int positive, so that casting rounds down. */
  private static final int OFFSET = 1 << 17;

  private static final double LEAST = -700;
  private static final double MOST = 700;
  private static final double[] ROOTS = roots();

  private NegativeExponential() {}

  /** e to the power of z. */
  public static double of(double z) {
    if (!(z > LEAST)) {
      return z <= LEAST ? 0 : Double.NaN;
    }
    if (z > MOST) {
      return Math.exp(z);
    }
    int step = (int) (z * PER_STEP + OFFSET) - OFFSET;
    double r = z - step * STEP;
    double power = Double.longBitsToDouble((1023L + (step >> BITS)) << 52);
    double near = 1 + r * (1 + r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24))));
    return power * ROOTS[step & (SIZE - 1)] * near;
  }

  private static double[] roots() {
    double[] table = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      table[i] = Math.pow(2, (double) i / SIZE);
    }
    return table;
  }
}
