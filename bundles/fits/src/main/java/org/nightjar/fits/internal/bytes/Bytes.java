package org.nightjar.fits.internal.bytes;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;

/** Unpacked FITS bytes at positions. Safe for use by several threads. */
public interface Bytes extends AutoCloseable {
  /** The file in messages. */
  String name();

  /** How many bytes there are. */
  long length();

  /**
   * Fills the target.
   *
   * @throws NightjarException TRUNCATED if the bytes end first; UNREADABLE if the file cannot be
   *     read; CANCELLED if the calling thread was interrupted
   */
  void read(long position, ByteBuffer target) throws NightjarException;

  /** Gives the file back; later reads fail. */
  @Override
  void close();
}
