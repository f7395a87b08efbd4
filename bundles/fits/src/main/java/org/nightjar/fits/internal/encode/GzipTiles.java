package org.nightjar.fits.internal.encode;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.card.CardText;

/** Tiles packed by GZIP_2 without loss. */
final class GzipTiles implements TileEncoder {
  private static final int TILE_PIXELS = 1 << 14;

  private final int bitpix;

  /** For pixels of this BITPIX. */
  GzipTiles(int bitpix) {
    this.bitpix = bitpix;
  }

  @Override
  public int tilePixels() {
    return TILE_PIXELS;
  }

  @Override
  public boolean quantises() {
    return false;
  }

  @Override
  public List<String> cards() throws NightjarException {
    List<String> cards = new ArrayList<>(CardText.of("ZCMPTYPE", "GZIP_2", "how tiles are packed"));
    if (bitpix < 0) {
      cards.addAll(CardText.of("ZQUANTIZ", "NONE", "no loss"));
    }
    return cards;
  }

  @Override
  public PackedTile encode(byte[] stored, int count, long tile) {
    return PackedTile.of(Gzip2Encoder.encode(stored, count, Math.abs(bitpix) / 8));
  }
}
