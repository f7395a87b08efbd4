package org.nightjar.fits.internal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.encode.PackedTile;
import org.nightjar.fits.internal.encode.TileEncoder;

/**
 * An image in compressed tiles of whole rows (FITS standard 4.0, section 10): a table with a row
 * for each tile, and a heap of their streams.
 */
final class TiledImageWriter {
  /** Streams may grow beyond the pixels by some bytes. */
  private static final long NARROW_HEAP = 1L << 30;

  private final FitsChannel file;
  private final ImageLayout layout;
  private final TileEncoder encoder;
  private final int tileRows;
  private final boolean narrow;
  private final long tiles;
  private long longest;
  private long longestFallback;

  TiledImageWriter(FitsChannel file, ImageLayout layout, TileEncoder encoder) {
    this.file = file;
    this.layout = layout;
    this.encoder = encoder;
    this.tileRows = Math.min(layout.height(), (encoder.tilePixels() - 1) / layout.width() + 1);
    this.tiles = layout.rows() / layout.height() * ((layout.height() + tileRows - 1) / tileRows);
    this.narrow = layout.rows() * layout.rowBytes() + 64 * tiles < NARROW_HEAP;
  }

  /**
   * Writes the image.
   *
   * @param primary whether it is a primary one when unpacked
   */
  void write(boolean primary, StoredRows rows) throws NightjarException, IOException {
    int count = cards(primary, 0).size();
    SummedStretch table = file.data(count, 0);
    SummedStretch heap = file.data(count, tiles * rowBytes());
    byte[] tile = new byte[Math.multiplyExact(tileRows, layout.rowBytes())];
    ByteBuffer row = ByteBuffer.allocate(rowBytes());
    long index = 0;
    long total = layout.rows();
    for (long y = 0; y < total; index++) {
      long rest = layout.height() - y % layout.height();
      int height = (int) Math.min(tileRows, rest);
      for (int i = 0; i < height; i++) {
        rows.read(y + i, ByteBuffer.wrap(tile, i * layout.rowBytes(), layout.rowBytes()).slice());
      }
      PackedTile packed = encoder.encode(tile, height * layout.width(), index);
      describe(packed, heap.length(), row.clear());
      table.write(row.flip());
      heap.write(ByteBuffer.wrap(packed.bytes()));
      y += height;
    }
    table.flush();
    heap.flush();
    long sum = table.sum() + heap.sum();
    file.finish(
        cards(primary, heap.length()),
        table.length() + heap.length(),
        (sum & 0xffff_ffffL) + (sum >>> 32));
  }

  private void describe(PackedTile packed, long offset, ByteBuffer row) {
    int length = packed.bytes().length;
    if (packed.fallback()) {
      longestFallback = Math.max(longestFallback, length);
    } else {
      longest = Math.max(longest, length);
    }
    descriptor(row, packed.fallback() ? 0 : length, packed.fallback() ? 0 : offset);
    if (encoder.quantises()) {
      descriptor(row, packed.fallback() ? length : 0, packed.fallback() ? offset : 0);
      row.putDouble(packed.scale()).putDouble(packed.zero());
    }
  }

  private void descriptor(ByteBuffer row, long length, long offset) {
    if (narrow) {
      row.putInt((int) length).putInt((int) offset);
    } else {
      row.putLong(length).putLong(offset);
    }
  }

  private int rowBytes() {
    int descriptor = narrow ? 8 : 16;
    return encoder.quantises() ? 2 * descriptor + 2 * Double.BYTES : descriptor;
  }

  private List<String> cards(boolean primary, long heap) throws NightjarException {
    CardsInOrder cards = new CardsInOrder();
    cards.put("XTENSION", "BINTABLE", "").put("BITPIX", 8, "").put("NAXIS", 2, "");
    cards.put("NAXIS1", rowBytes(), "bytes of a row").put("NAXIS2", tiles, "tiles");
    cards.put("PCOUNT", heap, "bytes of the heap").put("GCOUNT", 1, "");
    cards.put("TFIELDS", encoder.quantises() ? 4 : 1, "");
    String form = narrow ? "1PB(" : "1QB(";
    cards.put("TTYPE1", "COMPRESSED_DATA", "").put("TFORM1", form + longest + ")", "");
    if (encoder.quantises()) {
      cards.put("TTYPE2", "GZIP_COMPRESSED_DATA", "tiles that could not be quantised");
      cards.put("TFORM2", form + longestFallback + ")", "");
      cards.put("TTYPE3", "ZSCALE", "").put("TFORM3", "1D", "");
      cards.put("TTYPE4", "ZZERO", "").put("TFORM4", "1D", "");
    }
    cards.put("ZIMAGE", true, "an image in compressed tiles");
    if (primary) {
      cards.put("ZSIMPLE", true, "it was the primary one").put("ZEXTEND", true, "");
    } else {
      cards.put("ZTENSION", "IMAGE", "").put("ZPCOUNT", 0, "").put("ZGCOUNT", 1, "");
    }
    cards.put("ZBITPIX", layout.bitpix(), "").axes("ZNAXIS", layout.axes());
    for (int i = 1; i <= layout.axes().size(); i++) {
      cards.put("ZTILE" + i, i == 1 ? layout.width() : i == 2 ? tileRows : 1, "");
    }
    return cards.ready(encoder.cards()).ready(layout.cards()).list();
  }
}
