package org.nightjar.fits.internal.table;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.bytes.BlockPool;
import org.nightjar.fits.internal.bytes.Bytes;

/** Reads one field of many rows, in blocks of whole rows. */
final class RowReader {
  /** Takes the field of one row, at the buffer's position. */
  @FunctionalInterface
  interface Visitor {
    void visit(ByteBuffer field) throws NightjarException;
  }

  private final Bytes bytes;
  private final long start;
  private final int rowBytes;

  RowReader(Bytes bytes, long start, int rowBytes) {
    this.bytes = bytes;
    this.start = start;
    this.rowBytes = rowBytes;
  }

  void read(StoredColumn column, long first, long count, Visitor visitor) throws NightjarException {
    if (rowBytes > BlockPool.BLOCK) {
      ByteBuffer field = ByteBuffer.allocate(column.bytes());
      for (long row = first; row < first + count; row++) {
        bytes.read(start + row * rowBytes + column.offset(), field.clear());
        visitor.visit(field.flip());
      }
      return;
    }
    int most = BlockPool.BLOCK / Math.max(1, rowBytes);
    ByteBuffer block = ByteBuffer.allocate((int) Math.min(most, count) * rowBytes);
    for (long row = first; row < first + count; row += most) {
      int rows = (int) Math.min(most, first + count - row);
      bytes.read(start + row * rowBytes, block.clear().limit(rows * rowBytes));
      for (int i = 0; i < rows; i++) {
        visitor.visit(block.position(i * rowBytes + column.offset()));
      }
    }
  }
}
