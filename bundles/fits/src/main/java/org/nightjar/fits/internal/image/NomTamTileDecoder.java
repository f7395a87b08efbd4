package org.nightjar.fits.internal.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsOutputStream;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;

/**
 * Decodes tiles with nom-tam-fits 1.21.2, whole images only, and refuses what that library is known
 * to get wrong (see RATIONALE.md). To be replaced by a decoder of our own.
 */
public final class NomTamTileDecoder implements TileDecoder {
  private static final String REMEDY =
      "Unpack it with funpack (cfitsio) until Nightjar decodes it itself";
  private static final Set<String> DITHERED =
      Set.of("SUBTRACTIVE_DITHER_1", "SUBTRACTIVE_DITHER_2");

  @Override
  public ByteBuffer decode(Hdu hdu, Bytes bytes) throws NightjarException {
    TileTable table = TileTable.of(hdu);
    refuseWrong(hdu, table, table.requireWithinHeap(bytes));
    byte[] unit = new byte[length(hdu)];
    bytes.read(hdu.start(), ByteBuffer.wrap(unit));
    try {
      return ByteBuffer.wrap(decoded(unit, hdu.bitpix() < 0 && !table.quantised()));
    } catch (IOException | RuntimeException e) {
      // The library reports damaged tiles by whatever its code runs into.
      throw new NightjarException(
          hdu.header().corrupt("the compressed tiles cannot be decoded: " + e).problem(), e);
    }
  }

  private static int length(Hdu hdu) throws NightjarException {
    long length = hdu.end() - hdu.start();
    if (length > Integer.MAX_VALUE - 64) {
      throw hdu.header().unsupported("more than 2 GiB of compressed tiles in one HDU", REMEDY);
    }
    return (int) length;
  }

  private static void refuseWrong(Hdu hdu, TileTable table, long elsewhere)
      throws NightjarException {
    var header = hdu.header();
    if (table.has("NULL_PIXEL_MASK") || header.card("ZMASKCMP").isPresent()) {
      throw header.unsupported("a compressed mask of missing pixels", REMEDY);
    }
    boolean blanks = table.has("ZBLANK") || header.card("ZBLANK").isPresent();
    if (hdu.bitpix() < 0 && table.quantised() && blanks) {
      throw header.unsupported("quantised floats with ZBLANK", REMEDY);
    }
    if (elsewhere > 0) {
      throw header.unsupported(
          elsewhere + " tiles are stored by the fall-back method of their compressor", REMEDY);
    }
    if (hdu.bitpix() < 0
        && table.quantised()
        && !table.quantisation().filter(DITHERED::contains).isPresent()) {
      throw header.unsupported("floats quantised without dithering", REMEDY);
    }
  }

  private static byte[] decoded(byte[] unit, boolean lossless) throws IOException {
    try (Fits fits = new Fits(new ByteArrayInputStream(unit))) {
      BasicHDU<?> hdu = fits.readHDU();
      if (!(hdu instanceof CompressedImageHDU tiled)) {
        throw new FitsException("not taken for a compressed image");
      }
      if (lossless) {
        // With any ZQUANTIZ and no ZSCALE the library gives zeros.
        tiled.getHeader().deleteKey("ZQUANTIZ");
      }
      ByteArrayOutputStream pixels = new ByteArrayOutputStream(unit.length);
      try (FitsOutputStream out = new FitsOutputStream(pixels)) {
        out.writeArray(tiled.asImageHDU().getData().getKernel());
      }
      return pixels.toByteArray();
    }
  }
}
