package org.nightjar.fits.internal.tile;

import org.nightjar.api.error.StandardError;

/** The bytes of a tile are not what its compressor can have written. */
final class DamagedStreamException extends Exception {
  private static final long serialVersionUID = 1L;

  private final StandardError code;
  private final long at;

  /**
   * Damage.
   *
   * @param code what sort
   * @param at byte of the tile's stream
   */
  DamagedStreamException(StandardError code, long at, String message) {
    super(message);
    this.code = code;
    this.at = at;
  }

  static DamagedStreamException ended(long at, String stream) {
    return new DamagedStreamException(
        StandardError.TRUNCATED, at, stream + " ends before the tile is full");
  }

  static DamagedStreamException corrupt(long at, String message) {
    return new DamagedStreamException(StandardError.CORRUPT, at, message);
  }

  StandardError code() {
    return code;
  }

  long at() {
    return at;
  }
}
