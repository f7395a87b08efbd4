package org.nightjar.fits.internal.encode;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** Makes the encoder that packs the pixels of an image. */
public final class TileEncoders {
  private TileEncoders() {}

  /** RICE_1, of floats after they were quantised. */
  public static TileEncoder rice(int bitpix) throws NightjarException {
    requirePackable(bitpix);
    return bitpix < 0 ? new QuantisedTiles(bitpix == -64) : new RiceTiles(bitpix / 8);
  }

  /** GZIP_2, without loss. */
  public static TileEncoder gzip(int bitpix) throws NightjarException {
    requirePackable(bitpix);
    return new GzipTiles(bitpix);
  }

  private static void requirePackable(int bitpix) throws NightjarException {
    if (bitpix == 64) {
      throw NightjarException.of(
          StandardError.UNSUPPORTED,
          "integers of 64 bits are not packed: few readers would unpack them",
          "",
          "Write them plain");
    }
  }
}
