package org.nightjar.fits.internal.tile;

import org.nightjar.api.error.NightjarException;

/** A caller's buffer. Several threads put pixels to different places of it. */
@FunctionalInterface
interface TileTarget {
  /**
   * Puts adjacent pixels of a tile to adjacent places.
   *
   * @param from first pixel of the tile
   * @param at place after the buffer's position
   */
  void put(TileValues values, int from, int count, int at, TileScratch scratch)
      throws NightjarException;
}
