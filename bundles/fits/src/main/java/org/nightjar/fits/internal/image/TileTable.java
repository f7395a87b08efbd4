package org.nightjar.fits.internal.image;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<String> KNOWN =
      Set.of(
          "COMPRESSED_DATA",
          "GZIP_COMPRESSED_DATA",
          "UNCOMPRESSED_DATA",
          "ZSCALE",
          "ZZERO",
          "ZBLANK",
          "NULL_PIXEL_MASK");

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
    table.requireColumns();
    table.requireTiles();
    return table;
  }

  /** Whether floats were quantised: each tile has a scale. */
  boolean quantised() {
    return columns.find("ZSCALE").isPresent() || header.card("ZSCALE").isPresent();
  }

  /** The value of ZCMPTYPE. */
  String compression() {
    return header.text("ZCMPTYPE").orElse("nothing");
  }

  boolean has(String column) {
    return columns.find(column).isPresent();
  }

  /** The library lays rows out anew from TFORM: nothing may be left to guess. */
  private void requireColumns() throws NightjarException {
    int bytes = 0;
    for (StoredColumn column : columns.all()) {
      bytes += column.bytes();
      if (!KNOWN.contains(column.name())) {
        throw header.unsupported(
            "a column " + column.name() + " among the tiles", "Check TTYPE in the header");
      }
      if (column.inHeap() && (column.repeat() != 1 || "BIJ".indexOf(column.element()) < 0)) {
        throw header.corrupt("column " + column.name() + " is no column of tiles");
      }
    }
    if (hdu.bitpix() < 0 && !quantised() && !compression().startsWith("GZIP_")) {
      throw header.corrupt("floats packed by " + compression() + " without a scale");
    }
    if (bytes != columns.rowBytes()) {
      throw header.corrupt(
          "columns of " + bytes + " bytes in rows of " + columns.rowBytes() + " bytes");
    }
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
   * @return how many tiles are not, or not only, in the column of the image's own compression
   */
  long requireWithinHeap(Bytes bytes) throws NightjarException {
    if (columns.find("COMPRESSED_DATA").filter(StoredColumn::inHeap).isEmpty()) {
      throw header.corrupt("no column COMPRESSED_DATA of variable length");
    }
    long elsewhere = 0;
    for (StoredColumn column : columns.all()) {
      if (column.inHeap()) {
        long filled = filled(column, bytes);
        boolean own = column.name().equalsIgnoreCase("COMPRESSED_DATA");
        elsewhere += own ? columns.rows() - filled : filled;
      }
    }
    return elsewhere;
  }

  /** How many rows of a column have anything in the heap; all that have lie within it. */
  private long filled(StoredColumn column, Bytes bytes) throws NightjarException {
    long heap = header.optional("THEAP", columns.bytes(), columns.bytes(), hdu.dataLength());
    long room = hdu.dataLength() - heap;
    long filled = 0;
    ByteBuffer field = ByteBuffer.allocate(column.bytes());
    for (long row = 0; row < columns.rows(); row++) {
      bytes.read(hdu.dataStart() + row * columns.rowBytes() + column.offset(), field.clear());
      field.flip();
      boolean narrow = column.code() == 'P';
      long count = narrow ? field.getInt() : field.getLong();
      long offset = narrow ? field.getInt() : field.getLong();
      long element = column.heapElementBytes();
      if (count < 0 || offset < 0 || offset > room || count > (room - offset) / element) {
        throw header.corrupt(
            column.name()
                + " of tile "
                + row
                + ": "
                + count
                + " elements at "
                + offset
                + " of a heap of "
                + room
                + " bytes");
      }
      filled += count > 0 ? 1 : 0;
    }
    return filled;
  }

  /** The value of ZQUANTIZ, if any. */
  Optional<String> quantisation() {
    return header.text("ZQUANTIZ");
  }
}
