package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.Header;
import org.nightjar.fits.internal.table.StoredColumn;
import org.nightjar.fits.internal.table.StoredColumns;

/**
 * The table around the tiles of an image, checked before anything is decoded: as many rows as
 * tiles, every tile within the heap, pixels within bounds.
 */
final class TileTable {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 64;

  /** Below this the swelling does not matter. */
  private static final long FREE_BYTES = 64L << 20;

  /** PLIO packs 4095 zeros into two bytes; nothing packs better. */
  private static final long MOST_SWELLING = 10_000;

  private final Hdu hdu;
  private final Header header;
  private final StoredColumns columns;

  private TileTable(Hdu hdu) throws NightjarException {
    this.hdu = hdu;
    this.header = hdu.header();
    this.columns = StoredColumns.of(hdu);
  }

  static TileTable of(Hdu hdu) throws NightjarException {
    TileTable table = new TileTable(hdu);
    table.requireTiles();
    return table;
  }

  /** Whether floats were quantised: each tile has a scale. */
  boolean quantised() {
    return columns.find("ZSCALE").isPresent() || header.card("ZSCALE").isPresent();
  }

  boolean has(String column) {
    return columns.find(column).isPresent();
  }

  private void requireTiles() throws NightjarException {
    List<Integer> axes = hdu.axes();
    long tiles = 1;
    long pixels = axes.isEmpty() ? 0 : 1;
    for (int i = 0; i < axes.size(); i++) {
      long missing = i == 0 ? Math.max(1, axes.get(0)) : 1;
      long side = header.optional("ZTILE" + (i + 1), missing, 1, Integer.MAX_VALUE);
      tiles = multiply(tiles, (axes.get(i) + side - 1) / side);
      pixels = multiply(pixels, axes.get(i));
    }
    if (tiles != columns.rows()) {
      throw header.corrupt(
          "an image of " + tiles + " tiles in a table of " + columns.rows() + " rows");
    }
    long size = multiply(pixels, Math.abs(hdu.bitpix()) / 8);
    if (size > MOST_BYTES || size > Math.max(FREE_BYTES, hdu.dataLength() * MOST_SWELLING)) {
      throw tooLarge(size);
    }
  }

  private long multiply(long a, long b) throws NightjarException {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw new NightjarException(tooLarge(Long.MAX_VALUE).problem(), e);
    }
  }

  private NightjarException tooLarge(long size) {
    return NightjarException.of(
        StandardError.TOO_LARGE,
        hdu.dataLength() + " bytes of tiles claim to hold " + size + " bytes of pixels",
        header.place(),
        "Check ZNAXIS in the header");
  }

  /**
   * Checks that every tile lies within the heap.
   *
   * @return how many tiles are stored in no column or in a fall-back column
   */
  long requireWithinHeap(Bytes bytes) throws NightjarException {
    StoredColumn tiles =
        columns
            .find("COMPRESSED_DATA")
            .filter(StoredColumn::inHeap)
            .orElseThrow(() -> header.corrupt("no column COMPRESSED_DATA of variable length"));
    long heap = header.optional("THEAP", columns.bytes(), columns.bytes(), hdu.dataLength());
    long room = hdu.dataLength() - heap;
    long elsewhere = 0;
    ByteBuffer field = ByteBuffer.allocate(tiles.bytes());
    for (long row = 0; row < columns.rows(); row++) {
      bytes.read(hdu.dataStart() + row * columns.rowBytes() + tiles.offset(), field.clear());
      field.flip();
      long count = tiles.code() == 'P' ? field.getInt() : field.getLong();
      long offset = tiles.code() == 'P' ? field.getInt() : field.getLong();
      long element = tiles.heapElementBytes();
      if (count < 0 || offset < 0 || offset > room || count > (room - offset) / element) {
        throw header.corrupt(
            "tile "
                + row
                + " has "
                + count
                + " elements at "
                + offset
                + " of a heap of "
                + room
                + " bytes");
      }
      elsewhere += count == 0 ? 1 : 0;
    }
    return elsewhere;
  }

  /** The value of ZQUANTIZ, if any. */
  Optional<String> quantisation() {
    return header.text("ZQUANTIZ");
  }
}
