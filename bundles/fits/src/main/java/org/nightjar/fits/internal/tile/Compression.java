package org.nightjar.fits.internal.tile;

import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.header.Header;
import org.nightjar.fits.internal.image.PixelCoding;

/** Compressions of tiles (FITS standard 4.0, table 36). */
enum Compression {
  RICE_1,
  GZIP_1,
  GZIP_2,
  HCOMPRESS_1,
  PLIO_1,
  NOCOMPRESS;

  private static final int MOST_PARAMETERS = 100;

  /** What ZCMPTYPE says. */
  static Compression of(Header header) throws NightjarException {
    String name = header.text("ZCMPTYPE").orElseThrow(() -> header.corrupt("ZCMPTYPE is missing"));
    if (name.equals("RICE_ONE")) {
      return RICE_1;
    }
    for (Compression compression : values()) {
      if (compression.name().equals(name)) {
        return compression;
      }
    }
    throw header.unsupported(
        "tiles compressed by " + name, "Unpack it with funpack, or write it again by RICE_1");
  }

  /** Whether it packs bytes rather than whole numbers. */
  boolean ofBytes() {
    return this == GZIP_1 || this == GZIP_2 || this == NOCOMPRESS;
  }

  /**
   * The decoder of whole numbers, set up by ZNAMEn and ZVALn.
   *
   * @return null if it packs bytes
   */
  IntCodec codec(Header header, PixelCoding coding) throws NightjarException {
    return switch (this) {
      case RICE_1 -> rice(header);
      case HCOMPRESS_1 -> new HcompressCodec(parameter(header, "SMOOTH", 0, 0, 1) != 0);
      // cfitsio writes what unsigned 16-bit pixels are, not what an image would store of them.
      case PLIO_1 -> new PlioCodec(plioZero(header, coding));
      case GZIP_1, GZIP_2, NOCOMPRESS -> null;
    };
  }

  /** From the header: a copier reads the stored numbers, as if there were no BZERO. */
  private static int plioZero(Header header, PixelCoding coding) {
    return coding.bitpix() == 16 && header.number("BZERO").orElse(0) == 32768 ? 32768 : 0;
  }

  private static IntCodec rice(Header header) throws NightjarException {
    int blockSize = (int) parameter(header, "BLOCKSIZE", 32, 1, Integer.MAX_VALUE);
    int pixelBytes = (int) parameter(header, "BYTEPIX", 4, 1, 8);
    if (pixelBytes == 8) {
      throw header.unsupported(
          "Rice coding of 64-bit numbers, which no standard describes", "Write it again by GZIP_2");
    }
    if (pixelBytes != 1 && pixelBytes != 2 && pixelBytes != 4) {
      throw header.corrupt("BYTEPIX of RICE_1 is " + pixelBytes);
    }
    return new RiceCodec(blockSize, pixelBytes);
  }

  private static long parameter(Header header, String name, long missing, long least, long most)
      throws NightjarException {
    for (int i = 1; i <= MOST_PARAMETERS && header.card("ZNAME" + i).isPresent(); i++) {
      if (header.text("ZNAME" + i).orElse("").equals(name)) {
        return header.required("ZVAL" + i, least, most);
      }
    }
    return missing;
  }
}
