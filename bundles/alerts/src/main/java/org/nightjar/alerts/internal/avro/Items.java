package org.nightjar.alerts.internal.avro;

import org.nightjar.api.error.NightjarException;

/** The blocks in which Avro writes the items of an array or a map. */
final class Items {
  private Items() {}

  /** Takes one item. */
  @FunctionalInterface
  interface Item {
    void take() throws NightjarException;
  }

  /** Takes every item; returns how many there were. */
  static long each(ByteCursor in, Item item) throws NightjarException {
    long total = 0;
    while (true) {
      long count = in.readLong();
      if (count == 0) {
        return total;
      }
      if (count < 0) {
        count = magnitude(count, in);
        in.readLong();
      }
      for (long i = 0; i < count; i++) {
        in.step();
        item.take();
      }
      total += count;
    }
  }

  /** As {@link #each}, but a block that says its length is passed by whole. */
  static long skip(ByteCursor in, Item item) throws NightjarException {
    long total = 0;
    while (true) {
      long count = in.readLong();
      if (count == 0) {
        return total;
      }
      if (count < 0) {
        count = magnitude(count, in);
        in.skip(in.readLong());
        total += count;
        continue;
      }
      for (long i = 0; i < count; i++) {
        in.step();
        item.take();
      }
      total += count;
    }
  }

  /** A negative count stands before blocks that say their length. */
  private static long magnitude(long count, ByteCursor in) throws NightjarException {
    if (count < -Integer.MAX_VALUE) {
      throw in.corrupt("a list of " + count + " items in " + in.remaining() + " bytes");
    }
    return -count;
  }
}
