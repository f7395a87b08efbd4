package org.nightjar.fits.internal.tile;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.Header;
import org.nightjar.fits.internal.table.StoredColumn;
import org.nightjar.fits.internal.table.StoredColumns;

/** The table around the tiles of an image: a row for each of them. */
final class TileTable {
  private static final int MOST_ROW_BYTES = 1 << 16;

  private final Hdu hdu;
  private final Header header;
  private final Bytes bytes;
  private final StoredColumns columns;
  private final long heap;
  private final List<Stream> streams;
  private final Optional<StoredColumn> scale;
  private final Optional<StoredColumn> zero;
  private final Optional<StoredColumn> blank;
  private final double commonScale;
  private final double commonZero;
  private final OptionalLong commonBlank;

  /** A column of streams. */
  private record Stream(StoredColumn column, TileRow.Store store) {}

  /**
   * The table of a tiled image.
   *
   * @throws NightjarException CORRUPT if its columns cannot be those of tiles
   */
  TileTable(Hdu hdu, Bytes bytes) throws NightjarException {
    this.hdu = hdu;
    this.header = hdu.header();
    this.bytes = bytes;
    this.columns = StoredColumns.of(hdu);
    if (columns.rowBytes() > MOST_ROW_BYTES) {
      throw header.corrupt("rows of " + columns.rowBytes() + " bytes in a table of tiles");
    }
    if (column("NULL_PIXEL_MASK").isPresent() || header.card("ZMASKCMP").isPresent()) {
      throw header.unsupported(
          "a compressed mask of missing pixels", "Unpack it with funpack (cfitsio)");
    }
    this.heap = header.optional("THEAP", columns.bytes(), columns.bytes(), hdu.dataLength());
    this.streams = streams();
    this.scale = number("ZSCALE");
    this.zero = number("ZZERO");
    this.blank = number("ZBLANK");
    this.commonScale = header.number("ZSCALE").orElse(1.0);
    this.commonZero = header.number("ZZERO").orElse(0.0);
    OptionalLong named = header.integer("ZBLANK");
    this.commonBlank = named.isPresent() || hdu.bitpix() < 0 ? named : header.integer("BLANK");
  }

  /** How many tiles the table has. */
  long tiles() {
    return columns.rows();
  }

  /** Whether tiles have a scale. */
  boolean scaled() {
    return scale.isPresent() || header.card("ZSCALE").isPresent();
  }

  private Optional<StoredColumn> column(String name) {
    return columns.find(name).filter(c -> c.bytes() > 0);
  }

  private List<Stream> streams() throws NightjarException {
    Stream packed = stream("COMPRESSED_DATA", TileRow.Store.PACKED);
    Stream gzipped = stream("GZIP_COMPRESSED_DATA", TileRow.Store.GZIPPED);
    Stream plain = stream("UNCOMPRESSED_DATA", TileRow.Store.PLAIN);
    List<Stream> all =
        java.util.stream.Stream.of(packed, gzipped, plain).filter(s -> s != null).toList();
    if (all.isEmpty()) {
      throw header.corrupt("no column COMPRESSED_DATA of variable length");
    }
    return all;
  }

  private Stream stream(String name, TileRow.Store store) throws NightjarException {
    Optional<StoredColumn> column = column(name);
    if (column.isEmpty()) {
      return null;
    }
    StoredColumn found = column.get();
    if (!found.inHeap() || found.repeat() != 1 || "BIJKEDA".indexOf(found.element()) < 0) {
      throw header.corrupt("column " + name + " is no column of tiles");
    }
    return new Stream(found, store);
  }

  private Optional<StoredColumn> number(String name) throws NightjarException {
    Optional<StoredColumn> column = column(name);
    if (column.isPresent()
        && (column.get().repeat() != 1 || "BIJKED".indexOf(column.get().code()) < 0)) {
      throw header.corrupt("column " + name + " is not one number per tile");
    }
    return column;
  }

  /**
   * A row, checked: its stream lies within the heap.
   *
   * @param last the last row that will be wanted soon
   */
  TileRow row(long tile, long last, ByteWindow window) throws NightjarException {
    int size = columns.rowBytes();
    int ahead = (int) Math.min(last - tile + 1, Math.max(1, ByteWindow.BLOCK / size)) * size;
    int at = window.load(bytes, hdu.dataStart() + tile * size, size, ahead);
    ByteBuffer row = ByteBuffer.wrap(window.array(), at, size).slice();
    for (Stream stream : streams) {
      StoredColumn column = stream.column();
      boolean narrow = column.code() == 'P';
      int field = column.offset();
      long count = narrow ? row.getInt(field) : row.getLong(field);
      long offset = narrow ? row.getInt(field + 4) : row.getLong(field + 8);
      if (count != 0) {
        requireWithinHeap(column, tile, count, offset);
        return new TileRow(
            stream.store(),
            hdu.dataStart() + heap + offset,
            (int) (count * column.heapElementBytes()),
            scale.isPresent() ? real(row, scale.get()) : commonScale,
            zero.isPresent() ? real(row, zero.get()) : commonZero,
            blank.isPresent() ? OptionalLong.of(whole(row, blank.get())) : commonBlank);
      }
    }
    throw header.corrupt("tile " + tile + " is missing: its row refers to no bytes");
  }

  private void requireWithinHeap(StoredColumn column, long tile, long count, long offset)
      throws NightjarException {
    long room = hdu.dataLength() - heap;
    int element = column.heapElementBytes();
    if (count < 0 || offset < 0 || offset > room || count > (room - offset) / element) {
      throw header.corrupt(
          column.name()
              + " of tile "
              + tile
              + ": "
              + count
              + " elements at "
              + offset
              + " of a heap of "
              + room
              + " bytes");
    }
    if (count * element > Integer.MAX_VALUE - 64) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          "tile " + tile + " has " + count * element + " bytes",
          header.place(),
          "Write it again with smaller tiles");
    }
  }

  private static double real(ByteBuffer row, StoredColumn column) {
    return switch (column.code()) {
      case 'D' -> row.getDouble(column.offset());
      case 'E' -> row.getFloat(column.offset());
      default -> whole(row, column);
    };
  }

  private static long whole(ByteBuffer row, StoredColumn column) {
    return switch (column.code()) {
      case 'B' -> row.get(column.offset()) & 0xff;
      case 'I' -> row.getShort(column.offset());
      case 'J' -> row.getInt(column.offset());
      case 'K' -> row.getLong(column.offset());
      default -> (long) real(row, column);
    };
  }
}
