package org.nightjar.fits.internal.image;

import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.PixelType;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.Header;

/**
 * How stored numbers become pixels: {@code zero + scale * stored} (FITS standard 4.0, section 4.4.2
 * and 5.3).
 *
 * @param bitpix 8 (unsigned), 16, 32, 64 (signed), -32 or -64 (IEEE 754)
 * @param scale BSCALE
 * @param zero BZERO
 * @param blank stored value of pixels that have none; integers only
 */
public record PixelCoding(int bitpix, double scale, double zero, OptionalLong blank) {
  private static final double TWO_63 = 0x1p63;

  /** What the header of an image says. */
  public static PixelCoding of(Hdu hdu) throws NightjarException {
    Header header = hdu.header();
    int bitpix = hdu.bitpix();
    double scale = header.number("BSCALE").orElse(1.0);
    double zero = header.number("BZERO").orElse(0.0);
    if (!Double.isFinite(scale) || !Double.isFinite(zero) || scale == 0.0) {
      throw header.corrupt("BSCALE is " + scale + ", BZERO is " + zero);
    }
    OptionalLong blank = header.integer("BLANK");
    if (blank.isEmpty()) {
      blank = header.integer("ZBLANK");
    }
    return new PixelCoding(bitpix, scale, zero, bitpix < 0 ? OptionalLong.empty() : blank);
  }

  /** Bytes per pixel. */
  public int bytes() {
    return Math.abs(bitpix) / 8;
  }

  /** Whether pixels are whole numbers. */
  public boolean integer() {
    return bitpix > 0 && scale == 1.0 && zero == Math.rint(zero) && Math.abs(zero) <= TWO_63;
  }

  /** Whether pixels are what is stored. */
  public boolean plain() {
    return scale == 1.0 && zero == 0.0;
  }

  /** What reads the pixels without loss; scaled integers of up to 16 bits fit single precision. */
  public PixelType type() {
    if (bitpix < 0) {
      return bitpix == -32 ? PixelType.FLOAT : PixelType.DOUBLE;
    }
    if (!integer()) {
      return bitpix <= 16 ? PixelType.FLOAT : PixelType.DOUBLE;
    }
    double low = bitpix == 8 ? zero : zero - Math.scalb(1.0, bitpix - 1);
    double high = low + Math.scalb(1.0, bitpix) - 1;
    return low >= Integer.MIN_VALUE && high <= Integer.MAX_VALUE ? PixelType.INT : PixelType.LONG;
  }

  /** For people, such as {@code uint16} or {@code float32}. */
  public String word() {
    if (bitpix < 0) {
      return "float" + -bitpix;
    }
    if (!integer()) {
      return "int" + bitpix + " scaled";
    }
    if (bitpix == 8) {
      return zero == -128 ? "int8" : "uint8";
    }
    return zero == Math.scalb(1.0, bitpix - 1) ? "uint" + bitpix : "int" + bitpix;
  }
}
