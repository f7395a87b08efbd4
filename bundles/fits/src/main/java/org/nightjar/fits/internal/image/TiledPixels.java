package org.nightjar.fits.internal.image;

import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Region;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;

/** Pixels of a tiled image: decoded as a whole at the first use, kept while memory allows. */
final class TiledPixels implements PixelStore {
  private final Hdu hdu;
  private final Bytes bytes;
  private final TileDecoder decoder;
  private final int pixelBytes;
  private final long width;
  private final long height;
  private final long planes;
  private SoftReference<ByteBuffer> decoded = new SoftReference<>(null);

  TiledPixels(
      Hdu hdu, Bytes bytes, TileDecoder decoder, int pixelBytes, int width, int height, int planes)
      throws NightjarException {
    TileTable.of(hdu);
    this.hdu = hdu;
    this.bytes = bytes;
    this.decoder = decoder;
    this.pixelBytes = pixelBytes;
    this.width = width;
    this.height = height;
    this.planes = planes;
  }

  @Override
  public void feed(Region region, Decoder target) throws NightjarException {
    ByteBuffer all = all();
    long row = (region.plane() * height + region.y0()) * width;
    for (int y = region.y0(); y < region.y1(); y++, row += width) {
      PixelStore.feed(all, row + region.x0(), region.width(), pixelBytes, target);
    }
  }

  private synchronized ByteBuffer all() throws NightjarException {
    ByteBuffer pixels = decoded.get();
    if (pixels == null) {
      pixels = decoder.decode(hdu, bytes);
      if (pixels.limit() != width * height * planes * pixelBytes) {
        throw hdu.header()
            .corrupt(
                "the tiles hold "
                    + pixels.limit()
                    + " bytes of pixels, the header says "
                    + width * height * planes * pixelBytes);
      }
      decoded = new SoftReference<>(pixels);
    }
    return pixels;
  }
}
