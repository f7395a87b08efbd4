package org.nightjar.fits.internal.tile;

import org.nightjar.api.error.NightjarException;

/** Decoded pixels of one tile, in its order, given out in any type. */
interface TileValues {
  /** Puts pixels into an array in single precision. */
  void floats(int from, int count, float[] out, int at);

  /** Puts pixels into an array in double precision. */
  void doubles(int from, int count, double[] out, int at);

  /**
   * Puts whole numbers into an array; blank ones as they are stored.
   *
   * @throws NightjarException BAD_ARGUMENT if one does not fit
   */
  void longs(int from, int count, long[] out, int at) throws NightjarException;

  /** Memory taken. */
  long bytes();
}
