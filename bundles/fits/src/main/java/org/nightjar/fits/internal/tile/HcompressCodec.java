package org.nightjar.fits.internal.tile;

import java.util.Arrays;

/**
 * H-compress (FITS standard 4.0, section 10.4.5): a quantised H-transform, stored by bit planes.
 */
final class HcompressCodec implements IntCodec {
  private static final String NAME = "the H-compress stream";
  private static final int HEADER = 25;
  private static final int MOST_PLANES = 62;

  private final boolean smooth;

  /** A decoder that smooths or not; it does so only where the compression lost anything. */
  HcompressCodec(boolean smooth) {
    this.smooth = smooth;
  }

  @Override
  public void decode(TileStream in, int pixels, TileScratch scratch) throws DamagedStreamException {
    if (in.length() < HEADER) {
      throw DamagedStreamException.ended(in.length(), NAME);
    }
    if (in.unsigned(0) != 0xdd || in.unsigned(1) != 0x99) {
      throw DamagedStreamException.corrupt(0, "no H-compress stream");
    }
    int rows = (int) (in.longAt(2) >>> 32);
    int columns = (int) in.longAt(2);
    int scale = (int) (in.longAt(10) >>> 32);
    if (rows <= 0 || columns <= 0 || (long) rows * columns != pixels) {
      throw DamagedStreamException.corrupt(
          2, "an H-compress stream of " + rows + " x " + columns + " pixels, not " + pixels);
    }
    if (scale < 0) {
      throw DamagedStreamException.corrupt(10, "an H-compress scale of " + scale);
    }
    long[] a = scratch.longs(pixels);
    Arrays.fill(a, 0, pixels, 0);
    coefficients(in, a, rows, columns, scratch);
    a[0] = in.longAt(14);
    if (scale > 1) {
      for (int i = 0; i < pixels; i++) {
        a[i] *= scale;
      }
    }
    long[] spare = scratch.moreLongs((rows / 2 + 1) * columns + 1);
    new HTransform(a, rows, columns, spare).invert(smooth ? scale >> 1 : 0);
    int[] out = scratch.ints(pixels);
    for (int i = 0; i < pixels; i++) {
      out[i] = (int) a[i];
    }
  }

  private static void coefficients(
      TileStream in, long[] a, int rows, int columns, TileScratch scratch)
      throws DamagedStreamException {
    int highRows = (rows + 1) / 2;
    int highColumns = (columns + 1) / 2;
    int[] planes = new int[3];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = in.unsigned(22 + i);
      if (planes[i] > MOST_PLANES) {
        throw DamagedStreamException.corrupt(22 + i, planes[i] + " H-compress bit planes");
      }
    }
    BitInput bits = new BitInput(in, HEADER, NAME);
    byte[] nodes = scratch.bytes((highRows + 1) / 2 * ((highColumns + 1) / 2));
    QuadTree tree = new QuadTree(bits, nodes, a, columns);
    tree.read(0, highRows, highColumns, planes[0]);
    tree.read(highColumns, highRows, columns / 2, planes[1]);
    tree.read(highRows * columns, rows / 2, highColumns, planes[1]);
    tree.read(highRows * columns + highColumns, rows / 2, columns / 2, planes[2]);
    if (bits.next(4) != 0) {
      throw DamagedStreamException.corrupt(bits.at(), "H-compress bit planes without an end");
    }
    bits.align();
    for (int i = 0; i < rows * columns; i++) {
      if (a[i] != 0 && bits.next(1) != 0) {
        a[i] = -a[i];
      }
    }
  }
}
