package org.nightjar.fits.internal.tile;

/** A compression of whole numbers of up to 32 bits. Instances keep no state of a tile. */
@FunctionalInterface
interface IntCodec {
  /**
   * Decodes one tile.
   *
   * @param in its bytes
   * @param pixels how many pixels it has
   * @param scratch arrays that may be used; its {@code ints} is where the pixels go
   */
  void decode(TileStream in, int pixels, TileScratch scratch) throws DamagedStreamException;
}
