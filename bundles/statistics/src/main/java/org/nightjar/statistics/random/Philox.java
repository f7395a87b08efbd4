package org.nightjar.statistics.random;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Philox4x32-10: ten rounds of multiplication scramble a counter of 128 bits under a key of 64.
 * There is no state but the counter, so any place of any sequence is reached at once.
 *
 * <p>The upper 64 bits of the counter are the object, the lower ones count blocks of 128 random
 * bits for it. What is drawn for one object never meets what is drawn for another.
 *
 * <p>Not for use by several threads at a time; {@link #copy} gives each one of its own.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, Parallel random numbers: as
 * easy as 1, 2, 3 (SC11), section 3.3.
 */
@ProviderType
public final class Philox implements RandomGenerator {
  private static final long MULTIPLY_0 = 0xD2511F53L;
  private static final long MULTIPLY_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final int ROUNDS = 10;
  private static final long LOW = 0xFFFFFFFFL;

  /** Two to the power -53: the distance of neighbouring doubles below 1. */
  private static final double DOUBLE_STEP = 0x1.0p-53;

  private final long key;
  private long object;
  private long block;
  private long waiting;
  private boolean waits;
  private double normal;
  private boolean normalWaits;

  /** The sequence of object 0 under a key. */
  public Philox(long key) {
    this.key = key;
  }

  /** The same stream for another thread, at the start of the same object. */
  public Philox copy() {
    return new Philox(key).at(object);
  }

  /**
   * Goes to the start of an object's sequence.
   *
   * @param id any number
   * @return this
   */
  public Philox at(long id) {
    return at(id, 0);
  }

  /** Goes to a block of 128 bits of an object's sequence. */
  Philox at(long id, long first) {
    object = id;
    block = first;
    waits = false;
    normalWaits = false;
    return this;
  }

  @Override
  public long nextLong() {
    if (waits) {
      waits = false;
      return waiting;
    }
    long low = block++;
    int c0 = (int) low;
    int c1 = (int) (low >>> 32);
    int c2 = (int) object;
    int c3 = (int) (object >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLY_0 * (c0 & LOW);
      long product1 = MULTIPLY_1 * (c2 & LOW);
      c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
      c1 = (int) product1;
      c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
      c3 = (int) product0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    waiting = (c2 & LOW) | ((long) c3 << 32);
    waits = true;
    return (c0 & LOW) | ((long) c1 << 32);
  }

  /** A uniform number of [0, 1), a multiple of 2 to the power -53. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_STEP;
  }

  /** A uniform number of (0, 1): one whose logarithm is finite. */
  public double nextOpen() {
    return ((nextLong() >>> 11) + 0.5) * DOUBLE_STEP;
  }

  /**
   * A normal number of mean 0 and standard deviation 1, by the polar method. Of our own: how Java
   * makes them may change with its version, and with it every sky.
   *
   * <p>Source: G. Marsaglia and T. A. Bray, SIAM Review 6 (1964), 260.
   */
  @Override
  public double nextGaussian() {
    if (normalWaits) {
      normalWaits = false;
      return normal;
    }
    while (true) {
      double x = 2 * nextDouble() - 1;
      double y = 2 * nextDouble() - 1;
      double square = x * x + y * y;
      if (square < 1 && square > 0) {
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        normal = y * scale;
        normalWaits = true;
        return x * scale;
      }
    }
  }

  /** An exponential number of mean 1. */
  @Override
  public double nextExponential() {
    return -StrictMath.log(nextOpen());
  }
}
