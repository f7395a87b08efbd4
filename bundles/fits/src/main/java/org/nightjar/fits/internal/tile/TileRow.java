package org.nightjar.fits.internal.tile;

import java.util.OptionalLong;

/**
 * What the table says of one tile.
 *
 * @param store how it is stored
 * @param position first byte of its stream in the file
 * @param length bytes of its stream
 * @param scale ZSCALE; 1 where there is none
 * @param zero ZZERO; 0 where there is none
 * @param blank stored value of pixels that have none
 */
record TileRow(
    Store store, long position, int length, double scale, double zero, OptionalLong blank) {
  /** Ways to store a tile. */
  enum Store {
    /** By the compression of the image. */
    PACKED,
    /** Fall-back: pixels as they are, in a gzip stream. */
    GZIPPED,
    /** Fall-back: pixels as they are. */
    PLAIN
  }
}
