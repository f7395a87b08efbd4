package org.nightjar.fits.write;

/** How pixels are packed (FITS standard 4.0, section 10). */
public enum Compression {
  /** Not at all. */
  NONE,
  /**
   * RICE_1; floats are quantised to a quarter of the noise with SUBTRACTIVE_DITHER_1. Tiles that
   * cannot be quantised (no noise, NaN, too wide a range) are kept without loss.
   */
  RICE,
  /** GZIP_2, without loss for all formats. */
  GZIP
}
