package org.nightjar.testkit;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One corrupted copy of a good file: the same bytes for the same sample, seed and number.
 *
 * @param sample name of the good file
 * @param number which copy
 * @param damage what was done to it
 * @param bytes what came out
 */
record CorruptedCopy(String sample, int number, Damage damage, byte[] bytes) {
  private static final long[] EXTREMES = {
    0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40, -2
  };

  /** What transfers, disks and liars do to files. */
  enum Damage {
    TRUNCATED,
    LENGTHENED,
    BITS_FLIPPED,
    DIGITS_CHANGED,
    BYTE_LOST,
    BYTE_ADDED,
    ZEROED,
    REPEATED,
    EXTREME_NUMBER
  }

  static CorruptedCopy of(String sample, byte[] good, long seed, int number) {
    SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * number);
    Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
    return new CorruptedCopy(sample, number, damage, damaged(good, damage, random));
  }

  private static byte[] damaged(byte[] good, Damage damage, SplittableRandom random) {
    byte[] copy = good.clone();
    return switch (damage) {
      case TRUNCATED -> Arrays.copyOf(good, random.nextInt(good.length));
      case LENGTHENED -> lengthened(good, random);
      case BITS_FLIPPED -> {
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
          copy[place(good, random)] ^= (byte) (1 << random.nextInt(8));
        }
        yield copy;
      }
      case DIGITS_CHANGED -> digitsChanged(copy, random);
      case BYTE_LOST -> {
        int at = random.nextInt(good.length);
        System.arraycopy(good, at + 1, copy, at, good.length - at - 1);
        yield Arrays.copyOf(copy, good.length - 1);
      }
      case BYTE_ADDED -> {
        int at = random.nextInt(good.length);
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        System.arraycopy(good, at, longer, at + 1, good.length - at);
        longer[at] = (byte) random.nextInt();
        yield longer;
      }
      case ZEROED -> {
        int at = random.nextInt(good.length);
        Arrays.fill(copy, at, Math.min(good.length, at + 1 + random.nextInt(4096)), (byte) 0);
        yield copy;
      }
      case REPEATED -> {
        int from = random.nextInt(good.length);
        int to = random.nextInt(good.length);
        int length = Math.min(1 + random.nextInt(2880), good.length - Math.max(from, to));
        System.arraycopy(good, from, copy, to, length);
        yield copy;
      }
      case EXTREME_NUMBER -> extremeNumber(copy, random);
    };
  }

  /** Half of the damage lies where the structure is: near the beginning. */
  private static int place(byte[] good, SplittableRandom random) {
    return random.nextInt(random.nextBoolean() ? Math.min(good.length, 8192) : good.length);
  }

  private static byte[] lengthened(byte[] good, SplittableRandom random) {
    byte[] longer = Arrays.copyOf(good, good.length + 1 + random.nextInt(4096));
    for (int i = good.length; i < longer.length; i++) {
      longer[i] = (byte) random.nextInt();
    }
    return longer;
  }

  /** A header that lies: digits of text become other digits, sometimes many. */
  private static byte[] digitsChanged(byte[] copy, SplittableRandom random) {
    int changes = 1 + random.nextInt(4);
    for (int tries = 0; tries < 10_000 && changes > 0; tries++) {
      int at = place(copy, random);
      if (copy[at] >= '0' && copy[at] <= '9') {
        copy[at] = (byte) ('0' + random.nextInt(10));
        changes--;
        if (at > 0 && copy[at - 1] == ' ' && random.nextInt(4) == 0) {
          copy[at - 1] = (byte) (random.nextInt(3) == 0 ? '-' : '9');
        }
      }
    }
    return copy;
  }

  private static byte[] extremeNumber(byte[] copy, SplittableRandom random) {
    long number = EXTREMES[random.nextInt(EXTREMES.length)];
    int bytes = random.nextBoolean() ? Integer.BYTES : Long.BYTES;
    int at = place(copy, random);
    for (int i = 0; i < bytes && at + i < copy.length; i++) {
      copy[at + i] = (byte) (number >>> (8 * (bytes - 1 - i)));
    }
    return copy;
  }

  @Override
  public String toString() {
    return "copy " + number + " of " + sample + " (" + damage + ", " + bytes.length + " bytes)";
  }
}
