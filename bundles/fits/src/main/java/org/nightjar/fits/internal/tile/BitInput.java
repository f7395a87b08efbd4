package org.nightjar.fits.internal.tile;

/** Reads a tile bit by bit, the highest bit of a byte first. */
final class BitInput {
  private final TileStream in;
  private final String name;
  private long bit;

  /** Begins at a byte of the tile. */
  BitInput(TileStream in, int at, String name) {
    this.in = in;
    this.name = name;
    this.bit = in.firstBit() + 8L * at;
  }

  /** The next bits, up to 32 of them, as an unsigned number; they need not be there. */
  int peek(int count) {
    return (int) (TileStream.peek(in.bytes(), Math.min(bit, in.endBit())) >>> (64 - count));
  }

  void skip(int count) throws DamagedStreamException {
    bit += count;
    if (bit > in.endBit()) {
      throw DamagedStreamException.ended(in.length(), name);
    }
  }

  int next(int count) throws DamagedStreamException {
    int value = peek(count);
    skip(count);
    return value;
  }

  /** Leaves out the bits up to the next whole byte. */
  void align() {
    bit = (bit + 7) / 8 * 8;
  }

  /** The byte of the tile to be read next. */
  long at() {
    return in.at(bit);
  }
}
