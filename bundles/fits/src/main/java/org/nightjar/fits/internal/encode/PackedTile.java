package org.nightjar.fits.internal.encode;

/**
 * A tile as it lies in the heap.
 *
 * @param bytes its stream
 * @param fallback whether it is gzipped as it was, because it could not be quantised
 * @param scale ZSCALE
 * @param zero ZZERO
 */
public record PackedTile(byte[] bytes, boolean fallback, double scale, double zero) {
  static PackedTile of(byte[] bytes) {
    return new PackedTile(bytes, false, 1, 0);
  }
}
