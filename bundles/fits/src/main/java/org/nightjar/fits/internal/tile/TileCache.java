package org.nightjar.fits.internal.tile;

import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tiles that were decoded for a part of their pixels, for readers that go through an image row by
 * row. Dropped when memory is short.
 */
final class TileCache {
  private static final long MOST_BYTES = 64L << 20;

  private SoftReference<Map<Long, TileValues>> tiles = new SoftReference<>(null);

  /** A tile, or null. */
  synchronized TileValues get(long index) {
    Map<Long, TileValues> held = tiles.get();
    return held == null ? null : held.get(index);
  }

  /** Keeps a tile, and lets go of those unused for longest; always keeps the newest. */
  synchronized void put(long index, TileValues values) {
    Map<Long, TileValues> held = tiles.get();
    if (held == null) {
      held = new LinkedHashMap<>(16, 0.75f, true);
      tiles = new SoftReference<>(held);
    }
    held.put(index, values);
    long total = held.values().stream().mapToLong(TileValues::bytes).sum();
    Iterator<TileValues> oldest = held.values().iterator();
    while (total > MOST_BYTES && held.size() > 1) {
      total -= oldest.next().bytes();
      oldest.remove();
    }
  }
}
