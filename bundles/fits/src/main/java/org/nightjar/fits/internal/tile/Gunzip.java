package org.nightjar.fits.internal.tile;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.nightjar.api.error.StandardError;

/** One member of a gzip stream (RFC 1952) in memory, its checksum compared. For one thread. */
final class Gunzip {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final String STREAM = "the gzip stream";

  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();

  /**
   * Inflates.
   *
   * @param most more bytes than this are an error
   * @return how many bytes there are at the beginning of {@code scratch.packed}
   */
  int inflate(TileStream in, int expected, int most, TileScratch scratch)
      throws DamagedStreamException {
    int start = header(in);
    inflater.reset();
    inflater.setInput(in.bytes(), in.from() + start, in.length() - start);
    byte[] out = scratch.bytes(expected);
    int filled = 0;
    try {
      while (!inflater.finished()) {
        if (filled == out.length) {
          out = scratch.moreBytes(larger(in, filled, most));
        }
        int count = inflater.inflate(out, filled, Math.min(out.length, most + 1) - filled);
        filled += count;
        if (filled > most) {
          throw tooMuch(in, most);
        }
        if (count == 0 && !inflater.finished()) {
          throw inflater.needsDictionary()
              ? DamagedStreamException.corrupt(start, "a gzip stream with a dictionary")
              : DamagedStreamException.ended(in.length(), STREAM);
        }
      }
    } catch (DataFormatException e) {
      throw DamagedStreamException.corrupt(
          start + inflater.getBytesRead(), STREAM + " is damaged: " + e.getMessage());
    }
    requireChecksum(in, start + inflater.getBytesRead(), out, filled);
    return filled;
  }

  private int larger(TileStream in, int filled, int most) throws DamagedStreamException {
    if (filled > most) {
      throw tooMuch(in, most);
    }
    return (int) Math.min(most + 1L, Math.max(64, 2L * filled));
  }

  private DamagedStreamException tooMuch(TileStream in, int most) {
    return new DamagedStreamException(
        StandardError.TOO_LARGE,
        Math.min(in.length(), inflater.getBytesRead()),
        STREAM + " holds more than the tile's " + most + " bytes");
  }

  private void requireChecksum(TileStream in, long at, byte[] out, int filled)
      throws DamagedStreamException {
    if (at + TRAILER > in.length()) {
      throw DamagedStreamException.ended(in.length(), STREAM);
    }
    checksum.reset();
    checksum.update(out, 0, filled);
    long trailer = Long.reverseBytes(in.longAt((int) at));
    if ((int) trailer != (int) checksum.getValue() || (int) (trailer >>> 32) != filled) {
      throw DamagedStreamException.corrupt(at, "checksum or length of " + STREAM + " do not fit");
    }
  }

  private static int header(TileStream in) throws DamagedStreamException {
    if (in.length() < HEADER + TRAILER) {
      throw DamagedStreamException.ended(in.length(), STREAM);
    }
    if (in.unsigned(0) != 0x1f || in.unsigned(1) != 0x8b || in.unsigned(2) != 8) {
      throw DamagedStreamException.corrupt(0, "no gzip stream");
    }
    int flags = in.unsigned(3);
    int at = HEADER;
    if ((flags & EXTRA) != 0) {
      at += 2 + in.unsigned(at) + (in.unsigned(at + 1) << 8);
    }
    for (int text : new int[] {NAME, COMMENT}) {
      if ((flags & text) != 0) {
        while (at < in.length() && in.unsigned(at) != 0) {
          at++;
        }
        at++;
      }
    }
    at += (flags & HEADER_CHECKSUM) != 0 ? 2 : 0;
    if (at > in.length() - TRAILER) {
      throw DamagedStreamException.ended(in.length(), STREAM);
    }
    return at;
  }

  /** GZIP_2 keeps the first bytes of all pixels, then the second ones, and so on: joins them. */
  static void unshuffle(byte[] from, byte[] to, int pixels, int width) {
    for (int part = 0; part < width; part++) {
      int source = part * pixels;
      for (int i = 0, target = part; i < pixels; i++, target += width) {
        to[target] = from[source + i];
      }
    }
  }
}
