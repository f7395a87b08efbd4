package org.nightjar.fits.internal.encode;

import java.util.List;
import org.nightjar.api.error.NightjarException;

/** Packs the tiles of one image, in order. */
public interface TileEncoder {
  /** Fewest pixels that are worth a tile. */
  int tilePixels();

  /** Whether a tile's row says how it was quantised, and has room for the fall-back. */
  boolean quantises();

  /**
   * The cards that tell readers how to unpack; always as many. What depends on pixels is right
   * after the first tile.
   */
  List<String> cards() throws NightjarException;

  /**
   * Packs a tile.
   *
   * @param stored big-endian pixels
   * @param count pixels
   * @param tile absolute index
   */
  PackedTile encode(byte[] stored, int count, long tile);
}
