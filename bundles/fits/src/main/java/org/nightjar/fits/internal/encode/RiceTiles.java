package org.nightjar.fits.internal.encode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.card.CardText;

/** Tiles of integers packed by RICE_1. */
final class RiceTiles implements TileEncoder {
  private static final int TILE_PIXELS = 512;

  private final int width;
  private final RiceEncoder rice;
  private int[] pixels = new int[0];

  /**
   * For integers of this width.
   *
   * @param width bytes per pixel: 1, 2 or 4
   */
  RiceTiles(int width) {
    this.width = width;
    this.rice = new RiceEncoder(width);
  }

  /** The cards of RICE_1. */
  static List<String> cards(int width) throws NightjarException {
    List<String> cards = new ArrayList<>(CardText.of("ZCMPTYPE", "RICE_1", "how tiles are packed"));
    cards.addAll(CardText.of("ZNAME1", "BLOCKSIZE", "pixels in a block"));
    cards.addAll(CardText.of("ZVAL1", RiceEncoder.BLOCK, ""));
    cards.addAll(CardText.of("ZNAME2", "BYTEPIX", "bytes of a pixel"));
    cards.addAll(CardText.of("ZVAL2", width, ""));
    return cards;
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
    return cards(width);
  }

  @Override
  public PackedTile encode(byte[] stored, int count, long tile) {
    if (pixels.length < count) {
      pixels = new int[count];
    }
    ByteBuffer in = ByteBuffer.wrap(stored);
    for (int i = 0; i < count; i++) {
      pixels[i] =
          switch (width) {
            case 1 -> in.get() & 0xff;
            case 2 -> in.getShort();
            default -> in.getInt();
          };
    }
    return PackedTile.of(rice.encode(pixels, count));
  }
}
