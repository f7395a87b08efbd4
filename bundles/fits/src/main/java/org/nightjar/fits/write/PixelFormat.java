package org.nightjar.fits.write;

import java.math.BigInteger;

/**
 * How pixels are stored: BITPIX and, for what FITS has no type of, the offset BZERO (FITS standard
 * 4.0, section 4.4.2.5).
 */
public enum PixelFormat {
  /** 8 bits, 0 to 255. */
  UINT8(8, 0),
  /** 8 bits, -128 to 127. */
  INT8(8, -128),
  /** 16 bits with a sign. */
  INT16(16, 0),
  /** 16 bits, 0 to 65535. */
  UINT16(16, 1L << 15),
  /** 32 bits with a sign. */
  INT32(32, 0),
  /** 32 bits, 0 to 4294967295. */
  UINT32(32, 1L << 31),
  /** 64 bits with a sign. */
  INT64(64, 0),
  /** 64 bits without a sign, in longs of the same bits. */
  UINT64(64, Long.MIN_VALUE),
  /** IEEE single precision. */
  FLOAT32(-32, 0),
  /** IEEE double precision. */
  FLOAT64(-64, 0);

  private final int bitpix;
  private final long zero;

  PixelFormat(int bitpix, long zero) {
    this.bitpix = bitpix;
    this.zero = zero;
  }

  /** BITPIX. */
  public int bitpix() {
    return bitpix;
  }

  /** Bytes per pixel. */
  public int bytes() {
    return Math.abs(bitpix) / 8;
  }

  /** Whether pixels are whole numbers. */
  public boolean integer() {
    return bitpix > 0;
  }

  /** BZERO. */
  public BigInteger zero() {
    return this == UINT64 ? BigInteger.ONE.shiftLeft(63) : BigInteger.valueOf(zero);
  }
}
