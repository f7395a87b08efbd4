package org.nightjar.fits.internal.tile;

import java.util.Arrays;

/**
 * Line lists of IRAF's pixel masks (FITS standard 4.0, section 10.4.4): 16-bit words, the upper
 * four bits an instruction, the lower twelve its number. One value at a time is "high".
 */
final class PlioCodec implements IntCodec {
  private static final int SHORT_HEADER = 3;
  private static final int LONG_HEADER = 7;

  @Override
  public void decode(TileStream in, int pixels, TileScratch scratch) throws DamagedStreamException {
    int[] out = scratch.ints(pixels);
    int words = in.length() / 2;
    int first = SHORT_HEADER;
    int count = words < SHORT_HEADER ? 0 : (short) word(in, 2);
    if (count <= 0) {
      if (words < LONG_HEADER - 2) {
        throw DamagedStreamException.ended(in.length(), "the header of the PLIO list");
      }
      first = word(in, 1);
      count = (word(in, 4) << 15) + word(in, 3);
    }
    if (first > count || count > words) {
      throw DamagedStreamException.corrupt(
          0, "a PLIO list of words " + first + " to " + count + " in " + words + " words");
    }
    new Line(in, out, pixels).run(first, count);
  }

  private static int word(TileStream in, int index) {
    return in.unsigned(2 * index) << 8 | in.unsigned(2 * index + 1);
  }

  /** A line on its way from the list to the pixels. */
  private static final class Line {
    private final TileStream in;
    private final int[] out;
    private final int pixels;
    private int filled;
    private int high = 1;

    Line(TileStream in, int[] out, int pixels) {
      this.in = in;
      this.out = out;
      this.pixels = pixels;
    }

    void run(int first, int count) throws DamagedStreamException {
      for (int i = first; i < count; i++) {
        int word = word(in, i);
        int number = word & 0xfff;
        switch (word >>> 12) {
          case 0 -> put(i, number, 0);
          case 1 -> {
            i++;
            if (i == count) {
              throw DamagedStreamException.ended(2L * i, "the PLIO list");
            }
            high = word(in, i) << 12 | number;
          }
          case 2 -> high += number;
          case 3 -> high -= number;
          case 4 -> put(i, number, high);
          case 5 -> {
            put(i, Math.max(0, number - 1), 0);
            put(i, 1, high);
          }
          case 6 -> {
            high += number;
            put(i, 1, high);
          }
          case 7 -> {
            high -= number;
            put(i, 1, high);
          }
          default ->
              throw DamagedStreamException.corrupt(2L * i, "a PLIO instruction " + (word >>> 12));
        }
      }
      // What the list leaves out at the end is zero.
      Arrays.fill(out, filled, pixels, 0);
    }

    private void put(int at, int count, int value) throws DamagedStreamException {
      if (count > pixels - filled) {
        throw DamagedStreamException.corrupt(
            2L * at, "a PLIO list of more than the tile's " + pixels + " pixels");
      }
      Arrays.fill(out, filled, filled + count, value);
      filled += count;
    }
  }
}
