package org.nightjar.fits.internal.bytes;

/**
 * How far a packed file may swell before it is taken for a bomb.
 *
 * @param most most unpacked bytes
 * @param free unpacked bytes below which the ratio does not matter: an empty frame packs very well
 * @param ratio most unpacked bytes for each packed one
 */
public record UnpackLimits(long most, long free, long ratio) {
  /** 32 GiB; beyond 256 MiB at most 200 times the packed size. */
  public static final UnpackLimits DEFAULT = new UnpackLimits(32L << 30, 256L << 20, 200);

  /** The most bytes that a file of this packed size may unpack to. */
  public long bound(long packed) {
    return Math.min(most, Math.max(free, packed * ratio));
  }
}
