package org.nightjar.fits.internal.encode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.card.CardText;
import org.nightjar.fits.internal.tile.Dither;

/**
 * Tiles of floats, quantised and packed by RICE_1; those that cannot be are gzipped as they are.
 */
final class QuantisedTiles implements TileEncoder {
  /** A row has its own noise: tiles are rows, unless they are short. */
  private static final int TILE_PIXELS = 512;

  private static final int INT_BYTES = 4;

  private final boolean wide;
  private final RiceEncoder rice = new RiceEncoder(INT_BYTES);
  private double[] values = new double[0];
  private int seed;

  /**
   * For floats of this precision.
   *
   * @param wide whether pixels have 64 bits, not 32
   */
  QuantisedTiles(boolean wide) {
    this.wide = wide;
  }

  @Override
  public int tilePixels() {
    return TILE_PIXELS;
  }

  @Override
  public boolean quantises() {
    return true;
  }

  @Override
  public List<String> cards() throws NightjarException {
    List<String> cards = new ArrayList<>(RiceTiles.cards(INT_BYTES));
    cards.addAll(CardText.of("ZQUANTIZ", "SUBTRACTIVE_DITHER_1", "how floats were made integers"));
    cards.addAll(CardText.of("ZDITHER0", seed, "where the random numbers begin"));
    return cards;
  }

  @Override
  public PackedTile encode(byte[] stored, int count, long tile) {
    if (seed == 0) {
      seed = seed(stored, count * bytes());
    }
    if (values.length < count) {
      values = new double[count];
    }
    ByteBuffer in = ByteBuffer.wrap(stored);
    for (int i = 0; i < count; i++) {
      values[i] = wide ? in.getDouble() : in.getFloat();
    }
    Optional<Quantiser.Steps> steps = Quantiser.of(values, count, tile, seed);
    if (steps.isEmpty()) {
      return new PackedTile(GzipMember.of(stored, count * bytes()), true, 0, 0);
    }
    Quantiser.Steps found = steps.get();
    return new PackedTile(rice.encode(found.stored(), count), false, found.scale(), found.zero());
  }

  private int bytes() {
    return wide ? Double.BYTES : Float.BYTES;
  }

  /** From the bytes of the first tile: other images get other random numbers, the same one not. */
  private static int seed(byte[] bytes, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += bytes[i] & 0xff;
    }
    return Integer.remainderUnsigned(sum, Dither.COUNT) + 1;
  }
}
