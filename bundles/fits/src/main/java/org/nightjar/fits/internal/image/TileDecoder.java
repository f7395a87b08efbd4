package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;

/** Decodes images that are stored as compressed tiles (FITS standard 4.0, section 10). */
public interface TileDecoder {
  /**
   * Decodes a whole image.
   *
   * @param hdu a tiled image
   * @return pixels as a plain image of the same BITPIX would store them: big-endian, in order,
   *     BSCALE and BZERO not applied; from position 0
   * @throws NightjarException of category DATA if the tiles are damaged; UNSUPPORTED where the
   *     decoder is known to give wrong pixels
   */
  ByteBuffer decode(Hdu hdu, Bytes bytes) throws NightjarException;
}
