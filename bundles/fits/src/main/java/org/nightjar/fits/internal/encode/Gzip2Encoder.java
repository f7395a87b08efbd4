package org.nightjar.fits.internal.encode;

/**
 * GZIP_2 (FITS standard 4.0, section 10.4.2): the most significant bytes of all pixels, then the
 * next ones, in a gzip member. The same pixels give the same bytes.
 */
final class Gzip2Encoder {
  private Gzip2Encoder() {}

  /**
   * Packs pixels as they are stored.
   *
   * @param stored big-endian pixels
   * @param width bytes per pixel
   */
  static byte[] encode(byte[] stored, int count, int width) {
    byte[] shuffled = new byte[count * width];
    for (int b = 0; b < width; b++) {
      int at = b * count;
      for (int i = 0; i < count; i++) {
        shuffled[at + i] = stored[i * width + b];
      }
    }
    return GzipMember.of(shuffled, shuffled.length);
  }
}
