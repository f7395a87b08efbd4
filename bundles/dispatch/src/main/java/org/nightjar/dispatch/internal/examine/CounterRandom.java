package org.nightjar.dispatch.internal.examine;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * Random numbers that depend on their key and on how many were drawn before, on nothing else:
 * SplitMix64's mixing (Steele, Lea and Flood, OOPSLA 2014) applied twice to a counter with a key of
 * 128 bits.
 */
final class CounterRandom implements RandomGenerator {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long first;
  private final long second;
  private long drawn;

  private CounterRandom(long first, long second) {
    this.first = first;
    this.second = second;
  }

  /** Numbers of a stream for a product. */
  static CounterRandom of(long seed, String stream, String product) {
    ByteBuffer key =
        ByteBuffer.wrap(
            new Fingerprint()
                .add("seed", seed)
                .add("stream", stream)
                .add("product", product)
                .bytes());
    return new CounterRandom(key.getLong(), key.getLong());
  }

  @Override
  public long nextLong() {
    drawn++;
    return mix(mix(first + drawn * GOLDEN) ^ second);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
