package org.nightjar.fits.internal.write;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;

/** Gives an image row by row, in order, each once, through all planes. */
@FunctionalInterface
public interface StoredRows {
  /**
   * Fills in one row.
   *
   * @param target big-endian pixels as they are stored; filled up to its limit
   */
  void read(long row, ByteBuffer target) throws NightjarException;
}
